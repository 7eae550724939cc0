/** Texts of what somebody reads for, in English. */
export const purposeEn = {
  'purpose.title': 'What do you read for?',
  'purpose.text':
    'For another purpose you may see other cases, and less or more of them. What you choose is recorded with each look. It holds in this tab until you choose again or sign out.',
  'purpose.for': 'You read for',
  'purpose.usual': '{purpose} (as usual)',
  'purpose.take': 'Read for it',
  'purpose.cancel': 'Cancel',
  'purpose.lost': 'Your roles have changed: you cannot read any more for what you had chosen.',
  'missing.either':
    'Either there is no such case, or it is not yours to see: both are answered in the same way.',
  'purpose.elsewhere': 'You may see it for another purpose.',
  'purpose.change': 'Choose what you read for…',
};
