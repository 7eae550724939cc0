/** The texts of the screen of drafts, in English. */
export const draftListEn = {
  'drafts.lead': 'Forms that you began and did not send. Nobody else sees them; each is kept for 30 days.',
  'drafts.none': 'You have begun no form.',
  'drafts.noneText':
    'What you type into the form of an action is kept as you type, and is found here until you send it.',
  'drafts.what': 'Action',
  'drafts.case': 'Case',
  'drafts.state': 'State of the case',
  'drafts.kept': 'Kept',
  'drafts.actions': 'Not needed',
  'drafts.unseen': 'A case that you do not see any more',
  'drafts.throwAway': 'Throw away',
  'drafts.throwAwayOf': 'Throw away: {title}',
  'drafts.question': 'What you typed is then gone. Nothing of the case changes.',
  'drafts.keep': 'Keep it',
} as const;
