// Made from the OpenAPI document by openapi-typescript; `test/e2e/http/client` keeps it in step.
export interface paths {
  '/api/v1/account': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One’s own account: how one can sign in, sessions, tokens, what was done */
    get: operations['getAccount'];
    put?: never;
    /**
     * Make one’s account with the code of an invitation, or begin it anew
     * @description What there was of the account before is void: password, authenticator app, passkeys, tokens, sessions.
     */
    post: operations['acceptInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/account/passkeys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Keep a passkey that the browser made */
    post: operations['addPasskey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/account/passkeys/{passkey}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove a passkey */
    delete: operations['removePasskey'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/account/passkeys/options': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin to make a passkey */
    post: operations['offerPasskey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/account/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Change one’s password; every other session ends */
    post: operations['changePassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/account/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make a token for a program that acts in one’s name
     * @description Scopes: `read` cases, views, figures and people; `audit` the audit trail; `send` commands that are not decisive; `import` bulk imports; `metrics` the metrics. A token never confirms, takes a decisive step or changes an account.
     */
    post: operations['createToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/account/tokens/{token}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take a token back */
    delete: operations['removeToken'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/account/totp': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin to set up an authenticator app */
    post: operations['offerTotp'];
    /** Do without the authenticator app */
    delete: operations['removeTotp'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/account/totp/confirmation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Confirm the authenticator app with a code of it */
    post: operations['confirmTotp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How everybody of the directory can sign in, for an administrator
     * @description All of them, by id, also those who have left. Nothing in it lets anybody sign in.
     */
    get: operations['listAccounts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/entries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * All that is on record as one list: what was recorded, refused and looked at
     * @description Each kind as its own list shows it to the reader; a kind that they may not see is named in `missing`. In the order of the moments at which it was known; of one moment by position, then what was looked at by its number.
     */
    get: operations['listAuditEntries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/entries/facets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How much of all that is on record there is of each kind, of each person and of each day
     * @description The filters are those of the list.
     */
    get: operations['getEntryFacets'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The log over all cases, with filters; no event data */
    get: operations['listAuditEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/events/facets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the log could be narrowed to, and how much there is of each day
     * @description The filters are those of the list.
     */
    get: operations['getAuditEventFacets'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/reads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who read what: the log of reads
     * @description All of it, the reads of one unit, those of one case, or their own: by the permission matrix of the workflow. Reading it is entered as well.
     */
    get: operations['listReads'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/reads/facets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the log of reads could be narrowed to, and how much was looked at on each day
     * @description The filters are those of the list, and so is who may ask.
     */
    get: operations['getReadFacets'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/refusals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The commands that were refused, over all cases */
    get: operations['listRefusals'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/refusals/facets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the refused commands could be narrowed to, and how many there are of each day
     * @description The filters are those of the list.
     */
    get: operations['getRefusalFacets'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/rules-not-kept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The rules that recorded events did not keep, over all cases
     * @description Of cases in which the reader may see the rules.
     */
    get: operations['listRulesNotKept'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/rules-not-kept/facets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How often each rule was not kept, by whom and on which day
     * @description The filters are those of the list. Of cases in which the reader may see the rules.
     */
    get: operations['getRuleFacets'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/case-duplicates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The cases that may be of the person whom a new case is about
     * @description Reads, and changes nothing. A workflow declares which fields of its opening command are compared; its natural key is compared always. At most ten cases that the reader may find by a name, the likeliest first. Of cases that the reader may not find nothing is said, neither whether there are any.
     */
    post: operations['findDuplicates'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/case-search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The cases that are found by a name, a year of birth, or the number of a document
     * @description Reads, and changes nothing. The parameters are those of the list; the text is in the body, because what is in an address is kept by browsers and proxies. The next page is asked for with the same body.
     */
    post: operations['searchCases'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/case-search/facets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What the cases that are found by a text could be narrowed to
     * @description Reads, and changes nothing. The text and the parameters are those of the search.
     */
    post: operations['searchCaseFacets'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The list of cases, now or at a past moment */
    get: operations['listCases'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A case, now or at a past moment */
    get: operations['getCase'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/access-report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the person of a case may know: who read it, who decided, under which rules
     * @description For a request of the person (purpose `subjectRequest`) and for their counsel. Whoever dealt with the case stands in it by a sign and their role.
     */
    get: operations['getAccessReport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/access-report.html': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The same as a page to be printed, in the language of the request
     * @description For a request of the person (purpose `subjectRequest`) and for their counsel. Whoever dealt with the case stands in it by a sign and their role.
     */
    get: operations['getAccessReportPage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/commands': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Every command of the case: open, or why not, its rules and its form
     * @description Rules that read the form are asked when it is sent. The forms are those of `GET …/workflows/{workflow}`, which can be kept: `forms=none` leaves them out.
     */
    get: operations['getCommands'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/commands/{command}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send a command to a case
     * @description Answers when the events are durable. A refusal names everything that stands against it. A command that is always heard, such as a withdrawal, is recorded with whatever does not fit. A command that needs a second person waits as a proposal. With `dryRun=true` it is told what the command would lead to; a refusal is the one that it would get, and nothing is recorded of it.
     */
    post: operations['sendCommand'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/drafts/{command}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One’s own draft of a command of a case */
    get: operations['getDraft'];
    put?: never;
    /**
     * Keep what is typed so far for a command of a case
     * @description For people, of a case that they see and a command that they may send. It is sealed with the keys of the person of the case, goes 30 days after it was kept last, and one person has 100 at the most. It is not checked: that is done when the command is sent. What is too long for any command, or has characters that disguise a text, is not kept. `version` is the one that it replaces, so that two devices do not overwrite each other.
     */
    post: operations['keepDraft'];
    /**
     * Throw one’s own draft away
     * @description Also of a case that one does not see any more, and of a command that one may not send any more.
     */
    delete: operations['removeDraft'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/emergency-access': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take access to one case in an emergency (break-glass)
     * @description For at most four hours, to the data classes that the roles of the person can get. Reads under it name the purpose `breakGlass` in `X-Purpose`. Supervisor and data protection see it at once, and another person reviews it afterwards.
     */
    post: operations['takeEmergencyAccess'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/erasure': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The certificate of the erasure of a case's person
     * @description Says what was destroyed, when, by whom and on what ground, and how to verify it. For everybody who sees the case.
     */
    get: operations['getErasure'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The events of a case, in the order in which they were recorded, or the newest first */
    get: operations['getHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/proposals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The proposals of a case, in the order in which they were made */
    get: operations['listCaseProposals'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/proposals/{proposalId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A proposal: exactly what is confirmed, and whether it is still possible */
    get: operations['getProposal'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/proposals/{proposalId}/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Confirm a proposal as the second person
     * @description The step is decided anew: roles, state, and every rule at the time that was said and now. A refusal leaves the proposal open. The same confirmation again answers alike.
     */
    post: operations['confirmProposal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/proposals/{proposalId}/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reject a proposal as the second person, with the reason */
    post: operations['rejectProposal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/proposals/{proposalId}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take back a proposal of your own */
    post: operations['withdrawProposal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/{caseId}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The states the events of a case fold to, beside what was recorded
     * @description Folds anew through the state machine. `diverged` says whether it arrived elsewhere, up to the last step of this page: the whole case is compared when `next` is null.
     */
    get: operations['getReplay'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/by-reference/{reference}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Leads to the case with a reference
     * @description A case whose reference the reader does not see is answered as one that does not exist. Capitals, dashes of any kind and the script of digits make no difference.
     */
    get: operations['findCaseByReference'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/cases/facets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the list of cases could be narrowed to
     * @description The filters are those of the list.
     */
    get: operations['getCaseFacets'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/counts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How many cases there are for whoever asks
     * @description The numbers beside the lists, in one answer.
     */
    get: operations['getCounts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/drafts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What one has begun to type and not sent: for which command of which case, not what
     * @description One’s own drafts alone. Nobody gets those of another person, whatever their role.
     */
    get: operations['listDrafts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/emergency-access': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The emergency access that one took, or reviews */
    get: operations['listEmergencyAccess'];
    put?: never;
    /**
     * Take access to the case with a reference in an emergency (break-glass)
     * @description The same for somebody who knows the reference alone. Each attempt is entered in the log of reads. Whether there is a case is looked at only for somebody who would get access to it. After five references of which there is none, each next attempt has to wait. A case whose person was erased is answered as none.
     */
    post: operations['takeEmergencyAccessByReference'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/emergency-access/{grantId}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End emergency access before its time */
    post: operations['endEmergencyAccess'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/emergency-access/{grantId}/review': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Record the verdict on emergency access that is over */
    post: operations['reviewEmergencyAccess'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/exceptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What does not go on by itself, and what can be done about it */
    get: operations['listExceptions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/feed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What happens, as it is recorded: server-sent events
     * @description `event: recorded` has its position as `id` and a FeedEvent as `data`: in order, without a gap, of cases that the reader sees. `event: proposal` (FeedProposal) stands among them, and `event: erased` (FeedErased) where the person of such a case is erased, of whichever workflow. `event: job` (FeedJob) has no `id`. `event: pulse` (FeedPulse) comes every few seconds, with the position as `id`. `event: log` comes first and names the log; if that is not the name a reader knows, the log was restored from a copy and gives positions again, so begin at 0. What a browser could not read as an error is an event too: `reset` (FeedReset) where the log ends before the position that was asked for, `busy` (FeedBusy) where too many readers follow, `signedOut` where the session has ended or the rights have changed. A reader that is too slow is dropped and goes on where it was with `Last-Event-ID`.
     */
    get: operations['followFeed'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send recorded commands in bulk, as a job
     * @description The body is the file itself. The same file again records nothing twice.
     */
    post: operations['startImport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/inbox': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is due, the most urgent first; and the proposals that wait for the reader, or that they made */
    get: operations['getInbox'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/jobs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The jobs that one started, the newest first; for administrators and importers, all jobs */
    get: operations['listJobs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/jobs/{jobId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A job and its progress */
    get: operations['getJob'];
    put?: never;
    post?: never;
    /** Cancel a job; what it has recorded stays */
    delete: operations['cancelJob'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/jobs/{jobId}/again': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send the command again to the cases of a job that were refused, or never sent
     * @description A job of its own, in the name of whoever asks for it. An expected revision is not asked for again. The same `Idempotency-Key` is one job.
     */
    post: operations['repeatJob'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/jobs/{jobId}/items': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What became of each case of a job that sends one command to many
     * @description In the order in which the cases were named. It is kept as long as rejected rows are, and goes earlier when a person is erased.
     */
    get: operations['listJobItems'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/jobs/{jobId}/rejected.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The rejected rows of an import, with line, code and reason */
    get: operations['getRejectedRows'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/meta': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Which data these are: the log, what its clock shows, whether they are a demonstration */
    get: operations['getMeta'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The people who work with cases
     * @description All of them, by id; those who have left only where they are asked for.
     */
    get: operations['listPeople'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{person}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One of the people who work with cases */
    get: operations['getPerson'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{person}/account': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The account of a person, for an administrator */
    get: operations['getPersonAccount'];
    put?: never;
    post?: never;
    /**
     * Remove the account of a person
     * @description For an administrator, and not for their own. Password, authenticator app, passkeys, tokens, the invitation and the link to an account at the issuer are removed, and every session ends. The person stays in the directory and can be invited again. What was done about the account stays on record.
     */
    delete: operations['removeAccount'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{person}/commands/{change}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register a person, give or take a role, and every other change of the directory
     * @description `RegisterPerson`, `RenamePerson`, `GiveRole`, `TakeRole`, `AssignUnit`, `NameSupervisor`, `NameDeputy`, `RecordAbsence`, `EndAbsence`, `RecordLeaving`, `RecordReturn`. A change that is so already records nothing.
     */
    post: operations['changePerson'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{person}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every change of the directory about a person, with who made it */
    get: operations['getPersonHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{person}/invitation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make a code by which a person makes their account, or begins it anew
     * @description For an administrator. Hand the code over in person: who has it signs in as the person. An invitation before it is void.
     */
    post: operations['invitePerson'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{person}/issuer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Forget which account at the issuer is a person’s
     * @description For an administrator, where the person has got another account at the issuer. Sessions that began there end, and the next account that names the person is theirs.
     */
    delete: operations['unlinkIssuer'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{person}/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * End every session of a person
     * @description For an administrator, such as when a device was lost. Tokens and passkeys stay; an invitation voids them.
     */
    delete: operations['signOutPerson'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/population': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The number of cases in each state, now or at a past moment */
    get: operations['getPopulation'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/population/ages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** For how long the cases of each state have been in their innermost one, now or at a past moment */
    get: operations['getPopulationAges'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/population/flows': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many went from where to where between two moments */
    get: operations['getPopulationFlows'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/population/moves': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How often cases went from state to state in a period, and after how long */
    get: operations['getPopulationMoves'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/population/series': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The ledger at the end of each day */
    get: operations['getPopulationSeries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/proposals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Steps that wait for a second person, and what came of them
     * @description By the date on which they expire. `waitingFor` and `mine` are the inboxes of the actor, `concerns` both together.
     */
    get: operations['listProposals'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/proposals/confirmations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Confirm many proposals, each with a verdict of its own
     * @description Each is confirmed or refused by itself: one that is refused stops no other.
     */
    post: operations['confirmProposals'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reported-figures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Figures that others stated, each compared with the ledger
     * @description The newest record first. Whoever gets figures of the workflow reads them.
     */
    get: operations['listReportedFigures'];
    put?: never;
    /**
     * Record a figure that somebody outside stated
     * @description A fact that is never changed; it can be corrected or withdrawn by a further one. A figure that stands and says the same in every field is answered with 200, and nothing is recorded.
     */
    post: operations['reportFigure'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reported-figures/{figureId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One figure that others stated, compared with the ledger */
    get: operations['getReportedFigure'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reported-figures/{figureId}/correction': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Correct the record of a figure; what stood before stays on record */
    post: operations['correctFigure'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reported-figures/{figureId}/withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Withdraw a figure; it stays on record */
    post: operations['withdrawFigure'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/roles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The roles that people can have, and what they are called
     * @description Those of the workflows, in their order, then those of the directory itself.
     */
    get: operations['listRoles'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/saved-lists': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists of cases that were saved: one’s own, and those that others share */
    get: operations['listSavedLists'];
    put?: never;
    /** Save a list of cases under a name, in place of one’s own of that name */
    post: operations['saveList'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/saved-lists/{list}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove a list that one saved; nothing where there is none */
    delete: operations['removeSavedList'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The cases and the people that fit a text best
     * @description Reads, and changes nothing. First a whole reference, then the number that one ends in (`57`), then the beginning of one; then names: all of the name in its order, all words, beginnings of words; then years of birth and numbers of documents. Those that fit alike: open ones first, then those in which something was recorded last. The text is in the body, because what is in an address is kept by browsers and proxies.
     */
    post: operations['search'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who signed in: their roles, their unit, what they may do */
    get: operations['getSession'];
    put?: never;
    /**
     * Sign in with a password
     * @description A person whose session is older than 15 minutes does this again before a decisive step. After five attempts that failed the next ones have to wait.
     */
    post: operations['signIn'];
    /** Sign out */
    delete: operations['signOut'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/passkey': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign in with what a passkey has signed */
    post: operations['signInWithPasskey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/passkey/options': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin to sign in with a passkey */
    post: operations['askForPasskey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/preferences': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say how one wants to be shown things, on every device */
    post: operations['setPreferences'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/system': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How this installation is: its store, views, jobs and workflows
     * @description For administrators. It answers also while the store does not, with what is known.
     */
    get: operations['getSystem'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/verifications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The checks of the log, the newest first */
    get: operations['listVerifications'];
    put?: never;
    /**
     * Check the whole log, its views and the log of reads, as a job
     * @description For roles that read the whole log of reads, and for administrators. There is one at a time: while one has not ended, it is the answer. It goes on after a restart of the server, from the beginning.
     */
    post: operations['startVerification'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/verifications/{jobId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A check of the log and its progress */
    get: operations['getVerification'];
    put?: never;
    post?: never;
    /** Cancel a check of the log */
    delete: operations['cancelVerification'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/verifications/{jobId}/problems': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a check of the log found, in the order of the log */
    get: operations['listVerificationProblems'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/workflows': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The workflows that are registered */
    get: operations['listWorkflows'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/workflows/{workflow}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A workflow: states, commands, events, roles, deadlines, who may do what */
    get: operations['getWorkflow'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/workflows/{workflow}/cases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Open a case with the workflow's opening command
     * @description The natural key in the data is the reference of the case; the same one again is CASE_EXISTS.
     */
    post: operations['openCase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/workflows/{workflow}/commands/{command}/bulk': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send one command to many cases, as a job
     * @description For commands that the workflow declares so (`inBulk`), and at most 1000 cases. Each case is decided by itself, in the name and with the rights of the sender, when its turn comes: one that is refused stops no other. The same `Idempotency-Key` with the same content is one job. With `dryRun=true` it is told, case by case, whether the command would be taken now, and nothing is recorded. A case that the sender does not see is answered as one that does not exist.
     */
    post: operations['startBulk'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/workflows/{workflow}/diagram.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The chart of a workflow as boxes and arrows with their coordinates */
    get: operations['getDiagramData'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/workflows/{workflow}/diagram.mmd': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The chart of a workflow in Mermaid */
    get: operations['getDiagramMermaid'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/workflows/{workflow}/diagram.svg': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The chart of a workflow as a drawing */
    get: operations['getDiagramSvg'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/workflows/{workflow}/registries/{registry}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What a field of a form takes or offers: codes, suggestions, people
     * @description A field names its registry at `x-registry` of its form. `people` are those of the directory who hold a role of the workflow and have not left, 50 a page, by id.
     */
    get: operations['getRegistry'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/workflows/{workflow}/views/{view}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The rows of a view that a workflow declares
     * @description A view is also asked by its columns: `column=value`, and where values have an order `column.from` and `column.to`, both included. Each view has an operation of its own that names them. By the natural key of the case, then by the key of the view, unless `sort` says otherwise.
     */
    get: operations['listViewRows'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/workload': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How much open work each officer has, and how much lies with nobody
     * @description The filters are those of the list.
     */
    get: operations['getWorkload'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The process lives */
    get: operations['isLive'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The process can answer; 503 with the reason when it cannot */
    get: operations['isReady'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Figures for Prometheus */
    get: operations['getMetrics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description What the person whose case it is may know: who read it, who decided, under which rules. */
    AccessReport: {
      caseId: components['schemas']['CaseId'];
      /** @description In the order of entry, with every rule that was asked. */
      decisions: {
        by: {
          /** @description The same person has the same sign. Never a name or an id. */
          pseudonym: string;
          roles: string[];
          unit: string | null;
        };
        confirmedBy: {
          /** @description The same person has the same sign. Never a name or an id. */
          pseudonym: string;
          roles: string[];
          unit: string | null;
        } | null;
        occurredAt: components['schemas']['Instant'];
        recordedAt: components['schemas']['Instant'];
        revision: components['schemas']['Revision'];
        rules: {
          guard: string;
          version: number;
        }[];
        type: string;
      }[];
      emergencies: {
        begunAt: components['schemas']['Instant'];
        by: {
          /** @description The same person has the same sign. Never a name or an id. */
          pseudonym: string;
          roles: string[];
          unit: string | null;
        };
        classes: string[];
        /** @enum {string} */
        trigger: 'threatToLife' | 'medicalEmergency' | 'imminentMovement' | 'childAtRisk' | 'courtOrder';
        until: components['schemas']['Instant'];
        verdict: ('justified' | 'unjustified') | null;
      }[];
      hasOlderReads: boolean;
      /** @description The newest first. */
      reads: {
        at: components['schemas']['Instant'];
        by: {
          /** @description The same person has the same sign. Never a name or an id. */
          pseudonym: string;
          roles: string[];
          unit: string | null;
        };
        classes: string[];
        isEmergency: boolean;
        operation: string;
        purposes: string[];
        way: string;
      }[];
      workflow: string;
    };
    Account: {
      /** @description What was done about the account, the newest first. */
      acts: {
        /** @description From where. */
        address: string;
        at: components['schemas']['Instant'];
        by: components['schemas']['PersonId'] | null;
        /** @description Such as `SIGNED_IN` or `PASSWORD_CHANGED`. */
        what: string;
      }[];
      /** @description They have signed in at the issuer, by an account there. */
      hasIssuer: boolean;
      hasPassword: boolean;
      /** @description A code of an authenticator app is asked for beside the password. */
      hasTotp: boolean;
      /** @description Until when the code of their invitation can be used; null: there is none. */
      invitedUntil: components['schemas']['Instant'] | null;
      passkeys: {
        createdAt: components['schemas']['Instant'];
        id: string;
        name: string;
        usedAt: components['schemas']['Instant'] | null;
      }[];
      person: components['schemas']['PersonId'];
      sessions: {
        means: string;
        seenAt: components['schemas']['Instant'];
        since: components['schemas']['Instant'];
      }[];
      tokens: {
        createdAt: components['schemas']['Instant'];
        endsAt: components['schemas']['Instant'];
        id: string;
        name: string;
        scopes: ('read' | 'audit' | 'send' | 'import' | 'metrics')[];
      }[];
      /** @description After several attempts that failed: until when the next one has to wait; null: it can be made now. A passkey does not wait. */
      waitsUntil: components['schemas']['Instant'] | null;
    };
    AccountList: {
      /** @description People sign in here by passwords and passkeys, so they can be invited. */
      hasLocalAccounts: boolean;
      items: {
        /** @description They have signed in at the issuer, by an account there. */
        hasIssuer: boolean;
        hasPasskey: boolean;
        hasPassword: boolean;
        /** @description A code of an authenticator app is asked for beside the password. */
        hasTotp: boolean;
        /** @description Until when the code of their invitation can be used; null: there is none. */
        invitedUntil: components['schemas']['Instant'] | null;
        person: components['schemas']['PersonId'];
        /** @description After several attempts that failed: until when the next one has to wait; null: it can be made now. A passkey does not wait. */
        waitsUntil: components['schemas']['Instant'] | null;
      }[];
    };
    /** @description Who acted, and in which role. */
    Actor: {
      id: string;
      role: string;
    };
    /**
     * @description The id of a person; `me`: of who asks; `none`: cases that are assigned to nobody.
     * @example me
     * @example none
     * @example co-01
     */
    AskedAssignee: string;
    /**
     * @description A code that a workflow records, exactly.
     * @example QAIM
     */
    AskedCode: string;
    /**
     * @description The id of a person. Capitals, dashes and digits of other scripts make no difference.
     * @example co-01
     */
    AskedPerson: string;
    /** @description That something was recorded, refused or looked at. */
    AuditEntry:
      | components['schemas']['RecordedEntry']
      | components['schemas']['RefusedEntry']
      | components['schemas']['LookedEntry'];
    AuditEntryPage: {
      items: components['schemas']['AuditEntry'][];
      /** @description What was asked for and is not here: the reader may not see it (`notPermitted`), or it is of no workflow while one was named (`noWorkflow`). */
      missing: {
        /** @enum {string} */
        because: 'notPermitted' | 'noWorkflow';
        /** @enum {string} */
        kind: 'recorded' | 'refused' | 'looked';
      }[];
      /** @description The `cursor` of the next page, also in the `Link` header; null on the last one. */
      next: components['schemas']['Cursor'] | null;
      position: components['schemas']['Position'];
    };
    /** @description Who did what, when, and where it led. No event data. */
    AuditEvent: {
      actor: string;
      caseId: components['schemas']['CaseId'];
      command: string;
      confirmedBy: string | null;
      /** @description Who sent the import that the command was a row of; null where it was sent by itself. */
      importedBy: string | null;
      /** @description When it happened, or where it stands in its case. */
      occurredAt: components['schemas']['Instant'];
      onBehalfOf: string | null;
      position: components['schemas']['Position'];
      recordedAt: components['schemas']['Instant'];
      revision: components['schemas']['Revision'];
      role: string;
      /** @description When it happened as it was said, where it had to stand at another time; else null. */
      saidAt: components['schemas']['Instant'] | null;
      /**
       * @description The top-level state.
       * @example camped
       */
      state: string;
      /**
       * @description The innermost state as a dotted path; null for a state without sub-states.
       * @example camped.settled
       */
      subState: string | null;
      type: string;
      workflow: string;
    };
    /** @description How many lines the list would have with each value, all other filters standing: a facet counts without its own filter, and the bars without `from` and `to`. The most frequent values come first. */
    AuditEventFacets: {
      /** @description Who acted. The name is null where the directory has none. */
      actor: {
        count: number;
        name: components['schemas']['PersonName'] | null;
        value: string;
      }[];
      /** @description Lines by the day on which they were recorded, from the first line to the last without a gap, by weeks (from Monday), months or years where there are more than a hundred days. */
      bars: {
        items: {
          count: number;
          from: components['schemas']['Day'];
          /** @description The last day of the bar. */
          to: components['schemas']['Day'];
        }[];
        /** @enum {string} */
        unit: 'day' | 'week' | 'month' | 'year';
        zone: string;
      };
      /** @description Which commands were sent. */
      command: components['schemas']['LineCount'][];
      /** @description How far the views were that were counted. */
      position: components['schemas']['Position'];
      /** @description In which role. */
      role: components['schemas']['LineCount'][];
      /** @description The lines of the list, exactly. */
      total: number;
      /** @description What was recorded. */
      type: components['schemas']['LineCount'][];
    };
    AuditEventPage: {
      items: components['schemas']['AuditEvent'][];
      /** @description The `cursor` of the next page, also in the `Link` header; null on the last one. */
      next: components['schemas']['Cursor'] | null;
      position: components['schemas']['Position'];
      /** @description Of all pages. */
      total: components['schemas']['Total'];
    };
    /** @description A command that was understood and refused. */
    AuditRefusal: {
      actor: string;
      caseId: components['schemas']['CaseId'];
      code: string;
      command: string;
      confirmedBy: string | null;
      guards: {
        code: string;
        guard: string;
      }[];
      /** @description Who sent the import that the command was a row of; null where it was sent by itself. */
      importedBy: string | null;
      onBehalfOf: string | null;
      position: components['schemas']['Position'];
      recordedAt: components['schemas']['Instant'];
      /** @description The revision the case had; null when it was not open. */
      revision: components['schemas']['Revision'] | null;
      role: string;
      /**
       * @description The top-level state.
       * @example camped
       */
      state: string | null;
      /**
       * @description The innermost state as a dotted path; null for a state without sub-states.
       * @example camped.settled
       */
      subState: string | null;
      workflow: string;
    };
    BrowserOptions: {
      /** @description For `navigator.credentials`. */
      options: {
        [key: string]: unknown;
      };
    };
    /** @description What a command would lead to in many cases. Nothing is recorded. */
    BulkForeseen: {
      /** @description How many cases would take the command now. */
      can: number;
      /** @description The others by reason, the most frequent first. */
      cannot: {
        cases: {
          caseId: components['schemas']['CaseId'];
          /** @description Null where the sender sees no such case. */
          reference: string | null;
        }[];
        code: string;
        count: number;
        /** @description What stands against it, in the language asked for. */
        reason: string;
        title: string;
      }[];
      /** @description These cases: send them to have just these done. */
      cases: components['schemas']['CaseId'][];
      total: number;
    };
    /** @description One command for many cases: those that are named, or found. */
    BulkRequest: {
      /** @description 1 to 1000 cases, each once. */
      cases?: {
        caseId: components['schemas']['CaseId'];
        /** @description The last revision that the sender knows; another one then is a conflict. Left out: any. */
        expectedRevision?: components['schemas']['Revision'];
      }[];
      /**
       * @description The fields of the command; their schema is in `GET …/commands`.
       * @default {}
       */
      data: {
        [key: string]: unknown;
      };
      /** @description The parameters of `GET /cases`, each as the text that it has in the address; `text` as in `POST /case-search`. The cases that the sender sees and that are found now, at most 1000. */
      filter?: {
        /** @description For so many days in its innermost state, at the moment that is asked for: at least the first number, and less than the second where there is one. */
        age?: string;
        assignee?: components['schemas']['AskedAssignee'];
        /**
         * @description This deadline runs.
         * @example riskAssessment
         */
        deadline?: components['schemas']['Name'];
        /**
         * @description The earliest date that runs (`nextDeadline`) is before this moment. `overdue`: it has passed. `soon`: it has not passed and is before the end of the seventh day, today being the first, as days are counted in the zone of the workflow that is named, else of the first one.
         * @example overdue
         * @example soon
         * @example 2025-01-31T00:00:00+03:00
         */
        due?: string;
        /** @description The earliest date that runs (`nextDeadline`) is at this moment or later. */
        dueFrom?: components['schemas']['GivenInstant'];
        /** @example RUTBA */
        facility?: components['schemas']['AskedCode'];
        /** @description Only these cases, up to 200 ids separated by commas. */
        ids?: string;
        /**
         * @description `true`: in a state in which the procedure goes on. `false`: in one in which it may rest for ever (`isEnd`).
         * @enum {string}
         */
        open?: 'true' | 'false';
        /** @example RELOCATED */
        outcome?: components['schemas']['AskedCode'];
        q?: components['schemas']['ReferenceText'];
        reference?: components['schemas']['Reference'];
        /** @description In its innermost state since before this moment. */
        sinceBefore?: components['schemas']['GivenInstant'];
        /** @description In one of these states or their sub-states: dotted paths, separated by commas. */
        state?: string;
        /** @description Only with these tags, separated by commas. Of one tag that is named several times, one of the codes. */
        tag?: string;
        text?: components['schemas']['SearchText'];
        /** @description Its last event was recorded at this moment or later. */
        updatedFrom?: components['schemas']['GivenInstant'];
        /** @description A deadline runs by which one of these roles has to act: names of roles, separated by commas. */
        waitingOn?: string;
      };
      /** @description When it happened. Left out: now. */
      occurredAt?: components['schemas']['GivenInstant'];
      /** @description What for, as a code. */
      purpose?: components['schemas']['Id'];
    };
    /** @description An event that was recorded meanwhile, without its data. */
    CaseChange: {
      actor: {
        id: string;
        role: string;
      };
      occurredAt: components['schemas']['Instant'];
      revision: components['schemas']['Revision'];
      type: string;
    };
    /** @description A command of the case: open, or why not, its rules and its form. */
    CaseCommand: {
      /** @description Only the system sends it, when a deadline has passed. */
      bySystem: boolean;
      command: string;
      /** @description Roles of the second person, where one is needed. */
      confirmedBy: string[] | null;
      /** @description It waits for a second person and asks for a fresh sign-in. */
      decisive: boolean;
      /** @description Null where the forms are left out. */
      form: components['schemas']['JsonSchema'] | null;
      /** @description Every rule of it, also where it is not possible here. None where the reader sees no rules. */
      guards: components['schemas']['CaseGuard'][];
      occurredAt: components['schemas']['TimeBounds'];
      open: boolean;
      /** @description A role of the actor may send it. */
      permitted: boolean;
      /** @description The chart accepts it in the state of the case. */
      possibleHere: boolean;
      /** @description The states in which the chart can accept it; each with all states inside it. */
      possibleIn: string[];
      roles: string[];
      titles: components['schemas']['InBothLanguages'];
      whyNot: components['schemas']['WhyNot'] | null;
    };
    CaseCommands: {
      caseId: components['schemas']['CaseId'];
      commands: components['schemas']['CaseCommand'][];
      revision: components['schemas']['Revision'];
      /**
       * @description The top-level state.
       * @example camped
       */
      state: string;
      /**
       * @description The innermost state as a dotted path; null for a state without sub-states.
       * @example camped.settled
       */
      subState: string | null;
      /**
       * @description What is left out, or has a pseudonym in its place, because the reader may not see data of its class.
       * @example [
       *       {
       *         "path": "documentNo",
       *         "dataClass": "identity"
       *       }
       *     ]
       */
      withheld: {
        dataClass: string;
        /** @description The items of a list have the path of the list. */
        path: string;
      }[];
    };
    /** @description How many cases the list would have with each value, all other filters standing: a facet counts without its own filter. The numbers of values are exact; the most frequent come first. */
    CaseFacets: {
      /** @description Empty at a past moment, as are `deadline` and `waitingOn`: nobody knows them. */
      assignee: {
        count: number;
        name: components['schemas']['PersonName'] | null;
        /** @description Null: nobody, which is asked for as `none`. */
        value: string | null;
      }[];
      /** @description Names of deadlines that run. A case in which several run is counted with each. */
      deadline: components['schemas']['FacetValue'][];
      /** @description Of cases that have one. */
      facility: components['schemas']['FacetValue'][];
      /** @description `true`: of cases whose procedure goes on; `false`: of the others. */
      open: components['schemas']['FacetValue'][];
      /** @description Of cases that have one. */
      outcome: components['schemas']['FacetValue'][];
      /** @description How far the views were that were counted. */
      position: components['schemas']['Position'];
      /** @description By path; each state is counted with its sub-states. */
      state: components['schemas']['FacetValue'][];
      /** @description Codes, by tag. */
      tags: {
        [key: string]: components['schemas']['FacetValue'][];
      };
      total: components['schemas']['Total'];
      /** @description The roles that have to act by them. */
      waitingOn: components['schemas']['FacetValue'][];
      /** @description By the name of each filter that was given: how many there would be without that one. */
      without: {
        [key: string]: components['schemas']['Total'];
      };
    };
    CaseFieldsPage: {
      asOf: components['schemas']['Instant'] | null;
      clock: components['schemas']['Clock'];
      /** @description What was asked for. */
      fields: (
        | 'caseId'
        | 'workflow'
        | 'reference'
        | 'subject'
        | 'state'
        | 'subState'
        | 'facility'
        | 'outcome'
        | 'tags'
        | 'assignee'
        | 'assigneeName'
        | 'since'
        | 'updatedAt'
        | 'revision'
        | 'nextDeadline'
        | 'overdue'
        | 'waitingOn'
        | 'withheld'
      )[];
      items: components['schemas']['ListedFields'][];
      /** @description The `cursor` of the next page, also in the `Link` header; null on the last one. */
      next: components['schemas']['Cursor'] | null;
      /** @description How far the views were that this list was read from. */
      position: components['schemas']['Position'];
      total: components['schemas']['Total'];
    };
    /** @description A case, now or at a past moment. */
    CaseFile: {
      assignee: string | null;
      caseId: components['schemas']['CaseId'];
      /** @description What is known of the case. */
      data: {
        [key: string]: unknown;
      };
      /** @description The deadlines that run, by date. */
      deadlines: components['schemas']['Deadline'][];
      facility: string | null;
      /** @description When its last event happened. */
      occurredAt: components['schemas']['Instant'];
      /** @description What the state of the case allows. */
      openCommands: string[];
      outcome: string | null;
      position: components['schemas']['Position'];
      /** @description When its last event was recorded. */
      recordedAt: components['schemas']['Instant'];
      /**
       * @description The natural key.
       * @example QAIM-2024-00004
       */
      reference: string;
      revision: components['schemas']['Revision'];
      /**
       * @description The top-level state.
       * @example camped
       */
      state: string;
      subject: components['schemas']['Subject'] | null;
      /**
       * @description The innermost state as a dotted path; null for a state without sub-states.
       * @example camped.settled
       */
      subState: string | null;
      /**
       * @description The code of the case by tag, of those that its workflow declares.
       * @example {
       *       "intention": "refuse",
       *       "service": "officer"
       *     }
       */
      tags: {
        [key: string]: string;
      };
      version: number;
      /** @description The roles that the case waits for, each with the earliest of its deadlines, by date. */
      waitingOn: components['schemas']['WaitingOn'][];
      /**
       * @description What is left out, or has a pseudonym in its place, because the reader may not see data of its class.
       * @example [
       *       {
       *         "path": "documentNo",
       *         "dataClass": "identity"
       *       }
       *     ]
       */
      withheld: {
        dataClass: string;
        /** @description The items of a list have the path of the list. */
        path: string;
      }[];
      workflow: string;
    };
    /** @description A rule of a command, and whether it holds in this case now. */
    CaseGuard: {
      /** @description The code with which it fails. */
      code: string | null;
      /** @description Null: it reads the form, so it is asked when the command is sent. */
      holds: boolean | null;
      id: string;
      /** @description The values the rule looked at, as data: instants in UTC, codes. `inputs` of the workflow says what each is. */
      inputs: {
        [key: string]: (string | number | boolean | null) | string[];
      };
      /** @description What is missing, in the language asked for. */
      message: string | null;
      /** @description The commands that can make it hold where it fails, as its workflow declares them. */
      remedies: string[];
      /** @description What the rule requires. */
      titles: components['schemas']['InBothLanguages'];
      version: number;
    };
    /**
     * Format: uuid
     * @example a4f1e3b2-1f5c-8c3e-9d2a-6b7c8d9e0f10
     */
    CaseId: string;
    CasePage: {
      asOf: components['schemas']['Instant'] | null;
      clock: components['schemas']['Clock'];
      /** @description Nothing was chosen: each case is whole. */
      fields: null;
      items: components['schemas']['ListedCase'][];
      /** @description The `cursor` of the next page, also in the `Link` header; null on the last one. */
      next: components['schemas']['Cursor'] | null;
      /** @description How far the views were that this list was read from. */
      position: components['schemas']['Position'];
      total: components['schemas']['Total'];
    };
    CaseProposals: {
      caseId: components['schemas']['CaseId'];
      items: components['schemas']['ProposalFile'][];
      next: components['schemas']['Cursor'] | null;
    };
    /** @description The states the events of a case fold to, beside what was recorded. */
    CaseReplay: {
      caseId: components['schemas']['CaseId'];
      /** @description Whether one of the steps so far differs from the record. */
      diverged: boolean;
      /** @description The first revision that differs from the record. */
      divergedAt: components['schemas']['Revision'] | null;
      /** @description The `cursor` of the next page, also in the `Link` header; null on the last one. */
      next: components['schemas']['Cursor'] | null;
      /**
       * @description The natural key.
       * @example QAIM-2024-00004
       */
      reference: string;
      steps: components['schemas']['ReplayStep'][];
    };
    CaseSearchRequest: {
      text: components['schemas']['SearchText'];
    };
    /**
     * @description `occurred`: when it happened, as it was said. `recorded`: when the system learned it.
     * @enum {string}
     */
    Clock: 'occurred' | 'recorded';
    /** @description What was recorded. Durable when this answer arrives. */
    CommandAccepted: {
      caseId: components['schemas']['CaseId'];
      events: {
        revision: components['schemas']['Revision'];
        type: string;
      }[];
      occurredAt: components['schemas']['Instant'];
      /** @description Read with `atLeast` of it to see this very command. */
      position: components['schemas']['Position'];
      /** @description When it was recorded; null where the store tells it only with the history of the case. */
      recordedAt: components['schemas']['Instant'] | null;
      reference: string;
      revision: components['schemas']['Revision'];
      /**
       * @description The top-level state.
       * @example camped
       */
      state: string;
      /**
       * @description The innermost state as a dotted path; null for a state without sub-states.
       * @example camped.settled
       */
      subState: string | null;
      workflow: string;
    };
    /** @description What a command would lead to. Nothing is recorded. */
    CommandForeseen: {
      caseId: components['schemas']['CaseId'];
      deadlines: {
        ends: string[];
        moves: {
          from: components['schemas']['Instant'];
          /** @description The name of a deadline. */
          name: string;
          to: components['schemas']['Instant'];
        }[];
        starts: {
          dueAt: components['schemas']['Instant'];
          /** @description The name of a deadline. */
          name: string;
        }[];
      };
      events: {
        titles: components['schemas']['InBothLanguages'];
        type: string;
      }[];
      from: {
        /**
         * @description The top-level state.
         * @example camped
         */
        state: string;
        /**
         * @description The innermost state as a dotted path; null for a state without sub-states.
         * @example camped.settled
         */
        subState: string | null;
      };
      /** @description Of the case as it was asked. */
      revision: components['schemas']['Revision'];
      /** @description The roles of whom one has to confirm it; null where it waits for nobody. */
      secondPerson: string[] | null;
      to: {
        /**
         * @description The top-level state.
         * @example camped
         */
        state: string;
        /**
         * @description The innermost state as a dotted path; null for a state without sub-states.
         * @example camped.settled
         */
        subState: string | null;
      };
    };
    CommandRequest: {
      /**
       * @description The fields of the command; their schema is in `GET …/commands`.
       * @default {}
       */
      data: {
        [key: string]: unknown;
      };
      /** @description When it happened. Left out: now. */
      occurredAt?: components['schemas']['GivenInstant'];
      /** @description Whose will it is: `subject`, or the id of a representative. */
      onBehalfOf?: components['schemas']['AskedPerson'];
      /** @description What for, as a code. */
      purpose?: components['schemas']['Id'];
    };
    ConfirmationRequest: {
      contentHash: components['schemas']['ContentHash'];
    };
    ConfirmationsRequest: {
      confirmations: {
        caseId: components['schemas']['CaseId'];
        contentHash: components['schemas']['ContentHash'];
        proposalId: components['schemas']['ProposalId'];
      }[];
    };
    /** @description One verdict for each confirmation, in their order. */
    ConfirmationVerdicts: {
      items: {
        caseId: components['schemas']['CaseId'];
        problem: components['schemas']['Problem'] | null;
        proposalId: components['schemas']['ProposalId'];
        /** @description The step; null where it was refused. */
        recorded: components['schemas']['CommandAccepted'] | null;
      }[];
    };
    /**
     * @description Keyed hash of exactly what is confirmed, in base64url.
     * @example q1Yw0nVQ0m3j5sJb7pXr2kT9uLzA4cE6gI8fD1hN0oM
     */
    ContentHash: string;
    /** @description How many cases there are for whoever asks. Each number is that of a list, which the same person sees. */
    Counts: {
      /** @description The total of `/cases?due=soon`: seven days, today being the first, in the zone of the workflow that is named, else of the first one. */
      dueSoon: components['schemas']['Total'];
      /** @description The total of `/exceptions`: what does not go on by itself. */
      exceptions: components['schemas']['Total'];
      /** @description The total of `/cases?assignee=me&open=true`: work, and no case that is closed. */
      mine: components['schemas']['Total'];
      /** @description The total of `/cases?due=overdue`. */
      overdue: components['schemas']['Total'];
      /** @description How far the views were that were counted. */
      position: components['schemas']['Position'];
      /** @description How many items `/proposals?waitingFor=me` has, counted up to 100. */
      proposalsForMe: components['schemas']['Total'];
      /** @description The total of `/cases`. */
      total: components['schemas']['Total'];
      /** @description The total of `/cases?assignee=none&open=true`. */
      unassigned: components['schemas']['Total'];
      /** @description The total of `/cases?open=true&facility=` with the unit of who asks; null for somebody without a unit in which cases are. */
      unit: components['schemas']['Total'] | null;
      /** @description The total of `/cases?waitingOn=` with those roles of who asks that the workflows have; 0 for somebody without one. */
      waitingOnMyRoles: components['schemas']['Total'];
    };
    CreatedToken: {
      createdAt: components['schemas']['Instant'];
      endsAt: components['schemas']['Instant'];
      id: string;
      name: string;
      scopes: ('read' | 'audit' | 'send' | 'import' | 'metrics')[];
      /** @description Shown here, and never again. */
      token: string;
    };
    /** @description The `next` of the page before. Opaque; it stays valid while cases change. */
    Cursor: string;
    /**
     * Format: date
     * @example 2025-01-31
     */
    Day: string;
    /**
     * @description A day, as days are counted in the zone of the workflow; or ISO 8601 with a zone.
     * @example 2025-01-31
     * @example 2025-01-31T00:00:00+03:00
     */
    DayOrInstant: string;
    /** @description A deadline that runs. */
    Deadline: {
      dueAt: components['schemas']['Instant'];
      name: string;
      /** @description By the clock of the server, or at the past moment. */
      overdue: boolean;
      /** @description The role that has to act before it. */
      role: string;
    };
    DiagramArrow: {
      /** @description The command that exists for the event. Another one may yield it too, see `yields` of the workflow. Null for several events. */
      command: string | null;
      /** @description The number of `events`: 1, or more between two boxes of which one is closed. */
      count: number;
      /** @description Null for several events. */
      event: string | null;
      /** @description Every event that leads this way. */
      events: string[];
      /** @description States inside `from` that have no such transition. */
      except: string[];
      /** @description The path of a box. Of a compound state: from every state inside. */
      from: string;
      /** @description The ids of the guards that `command` asks. */
      guards: string[];
      /** @description The same for each answer of this fingerprint, level and direction. */
      id: string;
      /** @description The states inside `to` that it leads to; empty where it leads to where these begin. */
      into: string[];
      /** @description The room of its title beside the arrow. */
      label: {
        /** @description In pixels. */
        height: number;
        /** @description The title in the asked language, broken into the lines that there is room for. */
        lines: string[];
        /** @description In pixels. */
        width: number;
        /** @description In pixels. */
        x: number;
        /** @description In pixels. */
        y: number;
      } | null;
      /** @description Along the arrow, to its tip. Arrows between the same two boxes have the same points. */
      points: {
        /** @description In pixels. */
        x: number;
        /** @description In pixels. */
        y: number;
      }[];
      titles: components['schemas']['InBothLanguages'];
      /** @description The path of a box. Of a compound state: to where its inside begins. */
      to: string;
    };
    DiagramBox: {
      /** @description In pixels. */
      height: number;
      /** @description A case may rest in it for ever. */
      isEnd: boolean;
      /** @description A case that enters the states around it, or is opened, begins here. */
      isInitial: boolean;
      /**
       * @description `compound`: has states inside, which the level may not show. `any`: stands for all states inside its parent; arrows begin there that lead from each of them to one of them.
       * @enum {string}
       */
      kind: 'state' | 'compound' | 'any';
      /** @description The title in the asked language, broken into the lines that there is room for. */
      lines: string[];
      /** @description The box around it; null where none is in the picture. */
      parent: string | null;
      /** @description The dotted path of the state; that of `any` ends in `*`. */
      path: string;
      titles: components['schemas']['InBothLanguages'];
      /** @description In pixels. */
      width: number;
      /** @description In pixels. */
      x: number;
      /** @description In pixels. */
      y: number;
    };
    /** @description The chart of a workflow as boxes and arrows with their coordinates, from the upper left corner. It holds no case: the history of a case says which way it took. */
    DiagramData: {
      arrows: components['schemas']['DiagramArrow'][];
      /** @description Parents before their children. */
      boxes: components['schemas']['DiagramBox'][];
      /**
       * @description `rtl`: mirrored, for texts from right to left.
       * @enum {string}
       */
      direction: 'ltr' | 'rtl';
      /** @description In pixels. */
      height: number;
      /** @description In pixels. */
      width: number;
    };
    /** @description A value that an event changed; absent where there was none. */
    Difference: {
      from?: unknown;
      path: string;
      to?: unknown;
    };
    Draft: {
      caseId: components['schemas']['CaseId'];
      command: components['schemas']['Name'];
      content: components['schemas']['DraftContent'];
      /** @description When it goes, unless it is kept again before. */
      endsAt: components['schemas']['Instant'];
      keptAt: components['schemas']['Instant'];
      version: components['schemas']['DraftVersion'];
    };
    DraftContent: {
      /** @description What is typed and chosen, by the path of the field. The server does not read it. */
      answers: {
        [key: string]: string | boolean | string[];
      };
      /**
       * Format: uuid
       * @description The `Idempotency-Key` under which the command is going to be sent.
       */
      key: string;
      /** @description As it is typed so far; may be empty. */
      occurredAt: string;
      /** @description As it is typed so far; may be empty. */
      onBehalfOf: string;
      /** @description The revision of the case on which the draft was begun. */
      revision: components['schemas']['Revision'];
    };
    DraftHead: {
      caseId: components['schemas']['CaseId'];
      command: components['schemas']['Name'];
      /** @description When it goes, unless it is kept again before. */
      endsAt: components['schemas']['Instant'];
      keptAt: components['schemas']['Instant'];
      version: components['schemas']['DraftVersion'];
    };
    DraftList: {
      items: components['schemas']['DraftHead'][];
    };
    DraftToKeep: {
      content: components['schemas']['DraftContent'];
      /** @description The version that this one replaces; 0: there is none. Another one is DRAFT_CHANGED. */
      version: components['schemas']['DraftVersion'];
    };
    /**
     * @description How often the draft was kept, as text. 0: there is none.
     * @example 3
     */
    DraftVersion: string;
    DuplicatesFound: {
      items: components['schemas']['PossibleDuplicate'][];
    };
    DuplicatesRequest: {
      /** @description The form of its opening command, as far as it is filled in. What is not compared is ignored. */
      data: {
        [key: string]: unknown;
      };
      workflow: components['schemas']['Name'];
    };
    /** @description Access to one case that one person took in an emergency. */
    EmergencyAccess: {
      begunAt: components['schemas']['Instant'];
      caseId: components['schemas']['CaseId'];
      classes: string[];
      ended: {
        at: components['schemas']['Instant'];
        by: string;
      } | null;
      id: string;
      person: string;
      review: {
        at: components['schemas']['Instant'];
        by: string;
        text: string | null;
        /** @enum {string} */
        verdict: 'justified' | 'unjustified';
      } | null;
      role: string;
      /** @enum {string} */
      status: 'active' | 'toReview' | 'reviewed';
      /** @description Null where it is not shown, or was erased. */
      text: string | null;
      /** @enum {string} */
      trigger: 'threatToLife' | 'medicalEmergency' | 'imminentMovement' | 'childAtRisk' | 'courtOrder';
      unit: string | null;
      until: components['schemas']['Instant'];
      workflow: string;
    };
    EmergencyByReference: {
      /** @description The data classes that are needed; left out: all that your roles can get. */
      classes?: components['schemas']['Name'][];
      /** @default 60 */
      minutes: number;
      reference: components['schemas']['Reference'];
      /** @description Why it cannot wait, in your words. It is sealed with the case. */
      text: string;
      /** @enum {string} */
      trigger: 'threatToLife' | 'medicalEmergency' | 'imminentMovement' | 'childAtRisk' | 'courtOrder';
      /** @description Of which workflow the case is; left out: of the first one. */
      workflow?: components['schemas']['Name'];
    };
    EmergencyList: {
      items: components['schemas']['EmergencyAccess'][];
    };
    EmergencyRequest: {
      /** @description The data classes that are needed; left out: all that your roles can get. */
      classes?: components['schemas']['Name'][];
      /** @default 60 */
      minutes: number;
      /** @description Why it cannot wait, in your words. It is sealed with the case. */
      text: string;
      /** @enum {string} */
      trigger: 'threatToLife' | 'medicalEmergency' | 'imminentMovement' | 'childAtRisk' | 'courtOrder';
    };
    EmergencyReview: {
      /** @description What the verdict follows from. */
      text: string;
      /** @enum {string} */
      verdict: 'justified' | 'unjustified';
    };
    EndedSessions: {
      ended: number;
    };
    /** @description How many lines the list would have with each value, all other filters standing: a facet counts without its own filter, and the bars without `from` and `to`. The most frequent values come first. */
    EntryFacets: {
      /** @description Who it was. The name is null where the directory has none. */
      actor: {
        count: number;
        name: components['schemas']['PersonName'] | null;
        value: string;
      }[];
      /** @description Lines by the day on which they were recorded, from the first line to the last without a gap, by weeks (from Monday), months or years where there are more than a hundred days. */
      bars: {
        items: {
          count: number;
          from: components['schemas']['Day'];
          /** @description How many of them are of each kind. */
          kinds: {
            looked: number;
            recorded: number;
            refused: number;
          };
          /** @description The last day of the bar. */
          to: components['schemas']['Day'];
        }[];
        /** @enum {string} */
        unit: 'day' | 'week' | 'month' | 'year';
        zone: string;
      };
      /** @description Whether it was recorded, refused or looked at. */
      kind: {
        count: number;
        /** @enum {string} */
        value: 'recorded' | 'refused' | 'looked';
      }[];
      /** @description What was asked for and is not here: the reader may not see it (`notPermitted`), or it is of no workflow while one was named (`noWorkflow`). */
      missing: {
        /** @enum {string} */
        because: 'notPermitted' | 'noWorkflow';
        /** @enum {string} */
        kind: 'recorded' | 'refused' | 'looked';
      }[];
      /** @description How far the views were that were counted. */
      position: components['schemas']['Position'];
      /** @description The lines of the list, exactly. */
      total: number;
    };
    /** @description What shows that a person was erased. Nothing in it is personal. */
    ErasureCertificate: {
      caseId: components['schemas']['CaseId'];
      /** @description Who decided it, who confirmed it, and on what ground. */
      decision: components['schemas']['HistoryEvent'];
      /** @description SHA-256 of the event as one text: a JSON array in canonical form (RFC 8785) of stream, revision as text, event id, type, schema version, recorded time, occurred time, metadata and data as text. */
      decisionHash: string;
      /** @description The keys that were destroyed, and the event that says so. */
      destruction: {
        destroyedAt: components['schemas']['Instant'];
        eventId: string;
        /** @description SHA-256 of the event as one text: a JSON array in canonical form (RFC 8785) of stream, revision as text, event id, type, schema version, recorded time, occurred time, metadata and data as text. */
        hash: string;
        /** @description The id of the keys. It is no key. */
        keyId: string;
        position: components['schemas']['Position'];
        recordedAt: components['schemas']['Instant'];
      } | null;
      /** @constant */
      form: 'safeconduct-erasure-1';
      /** @description The name of the log. */
      log: string;
      reference: components['schemas']['Reference'];
      /** @description How many sealed parts of each class stay in the log. None can be opened any more. */
      sealed: {
        class: string;
        parts: number;
      }[];
      /**
       * @description `pending`: it is decided, and the keys are not destroyed yet. It is done within seconds, or at the next start.
       * @enum {string}
       */
      status: 'destroyed' | 'pending';
      /** @description How to verify it, in the language of the request. */
      verification: string[];
      workflow: components['schemas']['Name'];
    };
    Exception: {
      /** @description Null where it is about no case, or about one that the reader does not see. */
      case: components['schemas']['ExceptionCase'] | null;
      /** @description Why, in the language asked for. */
      cause: string;
      /** @description The code of the refusal, where something was refused. */
      code: string | null;
      command: string | null;
      deadline: string | null;
      grantId: string | null;
      jobId: string | null;
      proposalId: string | null;
      /** @description What the reader can do about it. */
      remedies: components['schemas']['Remedy'][];
      /** @description The date that passed, or when it was recorded, expired, ended or found. */
      since: components['schemas']['Instant'];
    };
    ExceptionCase: {
      assignee: string | null;
      /** @description Null where the directory has no name. */
      assigneeName: components['schemas']['PersonName'] | null;
      caseId: components['schemas']['CaseId'];
      facility: string | null;
      /** @description Or its pseudonym. */
      reference: string;
      state: string;
      subState: string | null;
      workflow: string;
    };
    ExceptionGroup: {
      /** @description What can be done about it, in the language asked for. */
      help: string;
      items: components['schemas']['Exception'][];
      /**
       * @description `stuck`: the workflow as it is now cannot go on with the case. `heard`: words that are always heard were recorded and not carried out. `erasure`: it is decided, and the keys still stand. `views`: lists lack what was recorded. `deadline`: it passed, and the system could not carry out what follows. `job`: it failed or had refusals, and was not repeated. `proposal`: it expired, and nobody proposed it again. `emergency`: access that waits for review. `unassigned`: a date passed more than seven days ago in a case that nobody has.
       * @enum {string}
       */
      kind:
        | 'stuck'
        | 'heard'
        | 'erasure'
        | 'views'
        | 'deadline'
        | 'job'
        | 'proposal'
        | 'emergency'
        | 'unassigned';
      /** @description The page of the documentation that says more. */
      page: string;
      /** @description In the language asked for. */
      title: string;
      /** @description How many there are, counted one by one up to 100. */
      total: components['schemas']['Total'];
    };
    /** @description What does not go on by itself, so that somebody must look at it: in the cases that the reader sees, and of the jobs that they may see. */
    ExceptionList: {
      asOf: components['schemas']['Instant'];
      /** @description The kinds of which there is something. */
      groups: components['schemas']['ExceptionGroup'][];
      /** @description How far the views were that were asked. */
      position: components['schemas']['Position'];
      /** @description Of all kinds together. */
      total: components['schemas']['Total'];
    };
    /** @description A value of a facet, and how many cases the list would have with it. */
    FacetValue: {
      count: number;
      value: string;
    };
    /** @description One rule that does not hold. */
    FailedGuard: {
      code: string;
      guard: string;
      /** @description The values the rule looked at, as data: instants in UTC, codes. `inputs` of the workflow says what each is. */
      inputs: {
        [key: string]: (string | number | boolean | null) | string[];
      };
      /** @description What is missing, as a sentence for people, in the language of the request. */
      message: string;
    };
    /** @description As many readers follow the feed as the server allows. */
    FeedBusy: {
      /** @description In seconds. */
      retryAfter: number;
    };
    /** @description The person of the case is erased. Whatever was read of them before is to be forgotten. */
    FeedErased: {
      caseId: components['schemas']['CaseId'];
    };
    /** @description What happened. No event data: read the case with `atLeast=<position>`. */
    FeedEvent: {
      actor: string;
      /** @description Who has it after the event. */
      assignee: string | null;
      caseId: components['schemas']['CaseId'];
      command: string;
      /** @description Where the case is after the event. */
      facility: string | null;
      /** @description When it happened, or where it stands in its case. */
      occurredAt: components['schemas']['Instant'];
      onBehalfOf: string | null;
      /** @description How it ended, after the event. */
      outcome: string | null;
      position: components['schemas']['Position'];
      recordedAt: components['schemas']['Instant'];
      /** @description A pseudonym for readers who do not see the identity. Null where the history of the case cannot be read. */
      reference: string | null;
      revision: components['schemas']['Revision'];
      role: string;
      /** @description When it happened as it was said, where it had to stand at another time; else null. */
      saidAt: components['schemas']['Instant'] | null;
      /**
       * @description The top-level state.
       * @example camped
       */
      state: string;
      /**
       * @description The innermost state as a dotted path; null for a state without sub-states.
       * @example camped.settled
       */
      subState: string | null;
      type: string;
      workflow: string;
    };
    /** @description How far a job has come. Looked at once a second. */
    FeedJob: {
      done: number;
      jobId: components['schemas']['JobId'];
      /** @enum {string} */
      state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
      total: number;
    };
    /** @description A step was proposed, or a proposal was ended. */
    FeedProposal: {
      caseId: components['schemas']['CaseId'];
      proposalId: string;
      state: components['schemas']['ProposalStatus'];
    };
    /** @description The connection is alive, and has come so far. */
    FeedPulse: {
      /** @description What the clock of these data shows, as in `GET /meta`. */
      now: components['schemas']['Instant'];
      /** @description Everything up to here was sent, as far as it was asked for. */
      position: components['schemas']['Position'];
    };
    /** @description The log ends before the position that was asked for: it was restored from an older copy. What was read before is to be read anew; the stream goes on after `position`. */
    FeedReset: {
      position: components['schemas']['Position'];
    };
    FigureComparison: {
      ledger: {
        asOf: components['schemas']['Instant'];
        clock: components['schemas']['Clock'];
        /** @description Numbers about persons whom the reader may not see are multiples of this; null where exact. */
        roundedTo: number | null;
        /** @description Null where the reader does not get this number. */
        value: number | null;
      };
      /** @description How far the ledger is from the nearest number that the figure allows; negative: below. */
      offBy: number | null;
      /** @description `OTHER_PLACES`: the number is also about places whose figures the reader does not get. `NOTHING_RECORDED`: the ledger had nothing at that moment. */
      reason: ('OTHER_PLACES' | 'NOTHING_RECORDED') | null;
      /**
       * @description `borneOut`: the ledger has a number that the figure allows. `withinAbout`: another one, within what "about" means. `contradicted`: by `offBy`. `possible`: the ledger is rounded for the reader, and the figure may stand behind it. `notComparable`: see `reason`.
       * @enum {string}
       */
      verdict: 'borneOut' | 'withinAbout' | 'contradicted' | 'possible' | 'notComparable';
    };
    FigureCorrection: {
      figure: components['schemas']['FigureReport'];
      /** @description Why, in your words. */
      reason: string;
    };
    /** @description What a figure counts, as the ledger can count it. */
    FigureCounts: {
      /** @description Counts how often this event was recorded in place of persons, narrowed by tags alone. */
      event?: components['schemas']['Name'];
      facility?: components['schemas']['Name'];
      outcomes?: components['schemas']['Name'][];
      /** @description Of an event: since then. Left out: ever. */
      since?: components['schemas']['DayOrInstant'];
      /** @description Persons in one of these states, or with one of `outcomes`. Neither: in any state. */
      states?: components['schemas']['StatePath'][];
      /** @description By tag: one of these codes. */
      tags?: {
        [key: string]: components['schemas']['Name'][];
      };
    };
    /**
     * @description How the number was stated: "2,493", "about 90", "at least 90", "over 2,000", "at most 90".
     * @enum {string}
     */
    FigureRelation: 'exactly' | 'about' | 'atLeast' | 'moreThan' | 'atMost';
    FigureReport: {
      /** @description Where it can be read. */
      address?: string;
      /** @default {} */
      counts: components['schemas']['FigureCounts'];
      figure: number;
      /**
       * @description The ids of other figures that should add up to this one. The rest of a whole is one of its parts.
       * @default []
       */
      parts: string[];
      /** @description When it was published. */
      published: components['schemas']['DayOrInstant'];
      /** @description The words, as they were written or said. No place for the name of a person in a case. */
      quote: string;
      relation: components['schemas']['FigureRelation'];
      /** @description Who said it: a newspaper, a ministry, an agency. */
      source: string;
      /** @description The moment that the number is about. A day means its end. */
      speaksOf: components['schemas']['DayOrInstant'];
      /** @description Left out: the first one registered. */
      workflow?: components['schemas']['Name'];
    };
    FigureSum: {
      /** @description The whole without its parts, by the numbers as stated: 2,493 without "over 2,000" and 90 is at most 403. Null where a part was withdrawn. */
      gap: {
        /** @enum {string} */
        relation: 'exactly' | 'about' | 'atLeast' | 'atMost' | 'unknown';
        value: number;
      } | null;
      /** @description Whether `ledgerGap` is made of rounded numbers. */
      isRounded: boolean;
      /** @description The same difference of the ledger. */
      ledgerGap: number | null;
      /** @description The persons of the whole who are in none of its parts, by state, facility and outcome. Null where a part counts events: the ledger does not say of whom. */
      rest: {
        asOf: components['schemas']['Instant'];
        groups: {
          count: number;
          facility: string | null;
          outcome: string | null;
          /** @description The parameters of `GET /api/v1/cases` that list the persons behind the number; several where one list does not show them all. Empty where none does, as for events, and where the number is rounded. */
          rows: {
            [key: string]: string;
          }[];
          state: string;
        }[];
        /** @description Numbers about persons whom the reader may not see are multiples of this; null where exact. */
        roundedTo: number | null;
        /** @description Null where the reader does not get this number. */
        value: number | null;
      } | null;
      withdrawnParts: string[];
    };
    FigureWithdrawal: {
      /** @description Why, in your words. */
      reason: string;
    };
    /** @description Somebody who works with cases. */
    FoundPerson: {
      id: components['schemas']['PersonId'];
      marks: {
        /**
         * @description Which parts of the name in Arabic letters were searched for. What is written in another way is marked whole.
         * @example [
         *       {
         *         "start": 0,
         *         "end": 4
         *       }
         *     ]
         */
        arabic: components['schemas']['Mark'][];
        /**
         * @description Which parts of the id were searched for. What is written in another way is marked whole.
         * @example [
         *       {
         *         "start": 0,
         *         "end": 4
         *       }
         *     ]
         */
        id: components['schemas']['Mark'][];
        /**
         * @description Which parts of the name in Latin letters were searched for. What is written in another way is marked whole.
         * @example [
         *       {
         *         "start": 0,
         *         "end": 4
         *       }
         *     ]
         */
        latin: components['schemas']['Mark'][];
      };
      /** @description Null where the directory has none. */
      name: components['schemas']['PersonName'] | null;
      unit: string | null;
    };
    /**
     * Format: date-time
     * @description ISO 8601 with a zone. A time without one is refused, never guessed at.
     * @example 2025-01-31T00:00:00+03:00
     */
    GivenInstant: string;
    /** @description A rule that was asked, and the values it looked at. */
    GuardRecord: {
      /** @description The code with which it failed, where a fact was recorded although it breaks the rule. */
      failed?: string;
      guard: string;
      /** @description The values the rule looked at, as data: instants in UTC, codes. `inputs` of the workflow says what each is. */
      inputs: {
        [key: string]: (string | number | boolean | null) | string[];
      };
      version: number;
    };
    /** @description One recorded event of a case. */
    HistoryEvent: {
      actor: components['schemas']['Actor'];
      causationId: string | null;
      command: string;
      commandId: string;
      /** @description When the second person confirmed, where one did. */
      confirmedAt: components['schemas']['Instant'] | null;
      confirmedBy: components['schemas']['Actor'] | null;
      correlationId: string;
      /** @description In the shape of today; null where they cannot be read today. */
      data: {
        [key: string]: unknown;
      } | null;
      /** @description When the keys of the personal values were destroyed; then each text is `erased`, each list empty, anything else null. Null where they can be read or there are none. */
      erasedAt: components['schemas']['Instant'] | null;
      eventId: string;
      /** @description Which definition decided. */
      fingerprint: string;
      guards: components['schemas']['GuardRecord'][];
      /** @description Who sent the import that the command was a row of; null where it was sent by itself. */
      importedBy: string | null;
      /** @description When it happened, or where it stands in its case. */
      occurredAt: components['schemas']['Instant'];
      onBehalfOf: string | null;
      position: components['schemas']['Position'];
      purpose: string | null;
      recordedAt: components['schemas']['Instant'];
      /** @description As they were recorded; null where `data` are the same. */
      recordedData: {
        [key: string]: unknown;
      } | null;
      revision: components['schemas']['Revision'];
      /** @description When it happened as it was said, where it had to stand at another time; else null. */
      saidAt: components['schemas']['Instant'] | null;
      schemaVersion: number;
      /**
       * @description The top-level state.
       * @example camped
       */
      state: string;
      /**
       * @description The innermost state as a dotted path; null for a state without sub-states.
       * @example camped.settled
       */
      subState: string | null;
      type: string;
      /**
       * @description What is left out, or has a pseudonym in its place, because the reader may not see data of its class.
       * @example [
       *       {
       *         "path": "documentNo",
       *         "dataClass": "identity"
       *       }
       *     ]
       */
      withheld: {
        dataClass: string;
        /** @description The items of a list have the path of the list. */
        path: string;
      }[];
      workflowVersion: number;
    };
    HistoryPage: {
      caseId: components['schemas']['CaseId'];
      items: components['schemas']['HistoryEvent'][];
      /** @description The `cursor` of the next page, also in the `Link` header; null on the last one. */
      next: components['schemas']['Cursor'] | null;
      /**
       * @description The natural key.
       * @example QAIM-2024-00004
       */
      reference: string;
    };
    /** @example co-01 */
    Id: string;
    /** @description A text in every language of the product. */
    InBothLanguages: {
      ar: string;
      en: string;
    };
    /** @description Something that must happen by a date. */
    InboxItem: {
      assignee: string | null;
      caseId: components['schemas']['CaseId'];
      deadline: string;
      dueAt: components['schemas']['Instant'];
      facility: string | null;
      overdue: boolean;
      reference: string;
      /** @description Who has to act. */
      role: string;
      /**
       * @description The top-level state.
       * @example camped
       */
      state: string;
      /**
       * @description The innermost state as a dotted path; null for a state without sub-states.
       * @example camped.settled
       */
      subState: string | null;
      /** @description In the language of the request. */
      title: string;
      workflow: string;
    };
    InboxPage: {
      /** @description Emergency access that the reader has to look at while it runs, and to review when it is over. */
      emergency: components['schemas']['EmergencyAccess'][];
      items: components['schemas']['InboxItem'][];
      /** @description The `cursor` of the next page, also in the `Link` header; null on the last one. */
      next: components['schemas']['Cursor'] | null;
      /** @description Open proposals that the reader made or may confirm, by the date on which they expire; with the first page of the deadlines. `next` continues in `GET /api/v1/proposals?concerns=me`. */
      proposals: components['schemas']['ProposalPage'];
    };
    InstalledWorkflow: {
      /** @description Of its definition: recorded with each event. */
      fingerprint: string;
      /** @description Open cases that it cannot go on with, as far as they are named one by one. */
      stuck: number;
      underConstruction: boolean;
      version: number;
      workflow: string;
    };
    /**
     * Format: date-time
     * @description ISO 8601, UTC, with milliseconds.
     * @example 2024-12-07T03:13:39.000Z
     */
    Instant: string;
    Invitation: {
      /** @description Shown here, and never again. It can be used once. */
      code: string;
      endsAt: components['schemas']['Instant'];
      person: components['schemas']['PersonId'];
    };
    /** @description One field that does not fit. */
    Issue: {
      /** @description The rule it breaks; `required`: there is no value. */
      code: string;
      /** @description The rule as a sentence. Never repeats what was sent. */
      message: string;
      /** @description The bounds of the rule, as far as it has any. */
      params?: {
        /** @description What is accepted, where it is a short list; of names that there are the first 200. */
        allowed?: string[];
        /** @description `text`, `number`, `wholeNumber`, `boolean`, `list` or `object`. */
        expected?: string;
        maximum?: number;
        minimum?: number;
        /** @description A regular expression. */
        pattern?: string;
        /**
         * @description What they count; absent: the value itself.
         * @enum {string}
         */
        unit?: 'characters' | 'items';
      };
      /** @description The field: `data.formNo`, `query.limit`; empty for the whole. */
      path: string;
    };
    /** @description Long work, with its progress. It goes on after a restart of the server. */
    Job: {
      accepted: number;
      /** @description Who started it. */
      actor: string | null;
      /** @description The job whose refused cases this one sends again. */
      again: components['schemas']['JobId'] | null;
      alreadyThere: number;
      command: string;
      createdAt: components['schemas']['Instant'];
      done: number;
      dryRun: boolean;
      endedAt: components['schemas']['Instant'] | null;
      id: components['schemas']['JobId'];
      /** @description Where it can be read what became of each case; null for an import, and when it is not kept any more. */
      items: string | null;
      /**
       * @description `bulk`: one command for many cases.
       * @enum {string}
       */
      kind: 'import' | 'bulk';
      /** @description Rows or cases a second since it was started. */
      perSecond: number | null;
      /** @description Why it failed, or what is wrong with the file as a whole. */
      problem: string | null;
      rejected: number;
      rejectedByCode: {
        [key: string]: number;
      };
      /** @description Where the rejected rows can be read, with the reason of each. */
      rejectedRows: string | null;
      /** @description Until when they are kept. They go earlier when a person is erased; the same file rejects the same rows again. */
      rejectedRowsUntil: components['schemas']['Instant'] | null;
      secondsLeft: number | null;
      startedAt: components['schemas']['Instant'] | null;
      /** @enum {string} */
      state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
      /** @description Rows, as far as they can be told before reading them; or cases. */
      total: number;
      workflow: string;
    };
    /** Format: uuid */
    JobId: string;
    /** @description A case of a job, and what became of it. */
    JobItem: {
      /** @description Null where the reader neither sees the case nor named it. */
      caseId: components['schemas']['CaseId'] | null;
      code: string | null;
      /** @description Why it was refused, in the language asked for; null where nothing more is known. */
      reason: string | null;
      /** @description Null where the reader does not see the case. */
      reference: string | null;
      /**
       * @description `waiting`: it was not sent yet; of a job that was cancelled or has failed, it never was.
       * @enum {string}
       */
      status: 'done' | 'refused' | 'waiting';
      title: string | null;
    };
    JobItemPage: {
      items: components['schemas']['JobItem'][];
      /** @description The `cursor` of the next page, also in the `Link` header; null on the last one. */
      next: components['schemas']['Cursor'] | null;
    };
    JobPage: {
      items: components['schemas']['Job'][];
      /** @description The `cursor` of the next page, also in the `Link` header; null on the last one. */
      next: components['schemas']['Cursor'] | null;
    };
    /** @description A JSON Schema, draft 2020-12. Of each field `x-titles` and `x-values` have texts in both languages, and so has `x-hints` where there is something to know; `x-order` is its place, `x-widget` how it is filled in (textarea, date, partialDate, instant, fileHash, person, code, country, language, confirm, checklist) where its shape does not say it, `x-items` the questions of a checklist, `x-data-class` the class of data in which it is kept. `x-registry` names the registry of a field, see `GET /workflows/{workflow}/registries/{registry}`, and says whether it is closed; the texts of a long one stand there alone. */
    JsonSchema: {
      [key: string]: unknown;
    };
    /** @description What a value of a case or of an event is called. */
    LabelledValue: {
      /** @description Who does not see this class has it withheld; null: everybody who sees the case sees it. */
      dataClass: string | null;
      /** @description One of `groups`; null in an event. */
      group: string | null;
      order: number;
      /**
       * @description As in `withheld` and in the changes of a replay, without the numbers of list items; `*` stands for any key.
       * @example assurance.instrument.validUntil
       */
      path: string;
      titles: components['schemas']['InBothLanguages'];
      /**
       * @description What it is: a `code` and the items of a `list` have texts in `values` or `states`.
       * @enum {string}
       */
      type: 'instant' | 'date' | 'number' | 'boolean' | 'code' | 'text' | 'hash' | 'person' | 'list';
    };
    /** @description A value of a facet, and how many lines the list would have with it. */
    LineCount: {
      count: number;
      value: string;
    };
    /** @description One case of a list. */
    ListedCase: {
      /** @description The officer of the case; null: nobody, or a past moment. */
      assignee: string | null;
      /** @description Null where the directory has no name. */
      assigneeName: components['schemas']['PersonName'] | null;
      caseId: components['schemas']['CaseId'];
      facility: string | null;
      /** @description The one with the earliest date; null where none runs, and at a past moment. */
      nextDeadline: components['schemas']['Deadline'] | null;
      outcome: string | null;
      /** @description Whether that date has passed, by the clock of the server; null at a past moment. */
      overdue: boolean | null;
      /**
       * @description The natural key.
       * @example QAIM-2024-00004
       */
      reference: string;
      revision: components['schemas']['Revision'];
      /** @description Since when it has been in this state. */
      since: components['schemas']['Instant'];
      /**
       * @description The top-level state.
       * @example camped
       */
      state: string;
      subject: components['schemas']['Subject'] | null;
      /**
       * @description The innermost state as a dotted path; null for a state without sub-states.
       * @example camped.settled
       */
      subState: string | null;
      /**
       * @description The code of the case by tag, of those that its workflow declares.
       * @example {
       *       "intention": "refuse",
       *       "service": "officer"
       *     }
       */
      tags: {
        [key: string]: string;
      };
      /** @description When its last event was recorded; null at a past moment. */
      updatedAt: components['schemas']['Instant'] | null;
      /** @description The roles whose deadlines run, the most urgent first; null at a past moment. */
      waitingOn: string[] | null;
      /**
       * @description What is left out, or has a pseudonym in its place, because the reader may not see data of its class.
       * @example [
       *       {
       *         "path": "documentNo",
       *         "dataClass": "identity"
       *       }
       *     ]
       */
      withheld: {
        dataClass: string;
        /** @description The items of a list have the path of the list. */
        path: string;
      }[];
      workflow: string;
    };
    /** @description What was asked for of one case, and nothing else. */
    ListedFields: {
      /** @description The officer of the case; null: nobody, or a past moment. */
      assignee?: string | null;
      /** @description Null where the directory has no name. */
      assigneeName?: components['schemas']['PersonName'] | null;
      caseId?: components['schemas']['CaseId'];
      facility?: string | null;
      /** @description The one with the earliest date; null where none runs, and at a past moment. */
      nextDeadline?: components['schemas']['Deadline'] | null;
      outcome?: string | null;
      /** @description Whether that date has passed, by the clock of the server; null at a past moment. */
      overdue?: boolean | null;
      /**
       * @description The natural key.
       * @example QAIM-2024-00004
       */
      reference?: string;
      revision?: components['schemas']['Revision'];
      /** @description Since when it has been in this state. */
      since?: components['schemas']['Instant'];
      /**
       * @description The top-level state.
       * @example camped
       */
      state?: string;
      subject?: components['schemas']['Subject'] | null;
      /**
       * @description The innermost state as a dotted path; null for a state without sub-states.
       * @example camped.settled
       */
      subState?: string | null;
      /**
       * @description The code of the case by tag, of those that its workflow declares.
       * @example {
       *       "intention": "refuse",
       *       "service": "officer"
       *     }
       */
      tags?: {
        [key: string]: string;
      };
      /** @description When its last event was recorded; null at a past moment. */
      updatedAt?: components['schemas']['Instant'] | null;
      /** @description The roles whose deadlines run, the most urgent first; null at a past moment. */
      waitingOn?: string[] | null;
      /**
       * @description What is left out, or has a pseudonym in its place, because the reader may not see data of its class.
       * @example [
       *       {
       *         "path": "documentNo",
       *         "dataClass": "identity"
       *       }
       *     ]
       */
      withheld?: {
        dataClass: string;
        /** @description The items of a list have the path of the list. */
        path: string;
      }[];
      workflow?: string;
    };
    Live: {
      /** @constant */
      status: 'ok';
    };
    /** @description That somebody was handed data of cases. */
    LookedEntry: {
      /** @description When it was recorded, refused or looked at. The list is in this order. */
      at: components['schemas']['Instant'];
      /** @description The emergency access under which it was read. */
      breakGlass: string | null;
      /** @description Null where it is about several cases, or none. */
      caseId: components['schemas']['CaseId'] | null;
      /** @description How many cases the answer was about. */
      cases: number;
      /** @description The data classes that were handed over. */
      classes: string[];
      /** @description The case as it was after the event; or the refusals of that case, or the looks of that person, of that moment. */
      href: string;
      /** @constant */
      kind: 'looked';
      /** @description Its place in the log of reads. */
      number: number;
      operation: string;
      /** @description Who it was. */
      person: {
        id: string;
        /** @description Null where the directory has none. */
        name: components['schemas']['PersonName'] | null;
        /** @description The role in which they acted; of a look, all that they had. */
        roles: string[];
      };
      purposes: {
        purpose: string;
        titles: components['schemas']['InBothLanguages'];
      }[];
      /** @description What that case is called before the reader: its reference or a pseudonym. Null where they do not see it. */
      reference: string | null;
      /** @description How many cases, events or lines; 0: nothing was shown. */
      rows: number;
      /** @description What was asked. */
      titles: components['schemas']['InBothLanguages'];
    };
    /** @description A part of a text: its first code unit (UTF-16), and the one behind its last. */
    Mark: {
      end: number;
      start: number;
    };
    Meta: {
      /** @description Set where all persons are invented, and the clock is one of its own; null where cases may be real. */
      demonstration: {
        /** @description The end of the invented caseload, from which the clock of the demonstration runs on. */
        startsAt: components['schemas']['Instant'];
      } | null;
      /** @description The name of the log. A restored log has another one. */
      logId: string;
      /** @description What the clock of these data shows: by it is recorded and counted. */
      now: components['schemas']['Instant'];
    };
    /** @example ClearReturn */
    Name: string;
    NewPasskey: {
      /** @description What the browser answered, as JSON. */
      credential: {
        [key: string]: unknown;
      };
      /** @description By which the person tells it from others, such as the device. */
      name: string;
    };
    NewPassword: {
      /** @description At least 12 characters where a new one is set. */
      current: string;
      /** @description At least 12 characters where a new one is set. */
      next: string;
    };
    NewSavedList: {
      name: string;
      /**
       * @description The parameters of the page of lists, as its address has them, such as a state and a facility.
       * @example {
       *       "view": "unit",
       *       "state": "pendingAssurance",
       *       "age": "30-"
       *     }
       */
      parameters: {
        [key: string]: string;
      };
      /**
       * @description Who finds it besides whoever saved it. `unit`: the people of their unit. A list shows to each only the cases that they see.
       * @enum {string}
       */
      sharedWith: 'nobody' | 'unit' | 'everybody';
    };
    NewToken: {
      /**
       * @description After how many days it ends.
       * @default 90
       */
      days: number;
      /** @description What it is for. */
      name: string;
      scopes: ('read' | 'audit' | 'send' | 'import' | 'metrics')[];
    };
    OfficerLoad: {
      /**
       * Format: date
       * @description The last day of the absence of today; null where they are there.
       */
      absentUntil: string | null;
      /** @description They have not left, and hold a role whose holders cases can be given to, many at once. */
      canReceive: boolean;
      /** @description The total of `/cases?assignee=<officer>&open=true&due=soon`. Seven days, today being the first. */
      dueSoon: number;
      /** @description They left; what they still have is to be given to others. */
      hasLeft: boolean;
      /** @description Null where the directory has no name. */
      name: components['schemas']['PersonName'] | null;
      /** @description Null: nobody, which is asked for as `none`. */
      officer: components['schemas']['PersonId'] | null;
      /** @description The total of `/cases?assignee=<officer>&open=true`. Cases that are closed are no work. */
      open: number;
      /** @description The total of `/cases?assignee=<officer>&open=true&due=overdue`. */
      overdue: number;
      /** @description Those of their roles that the workflows have by which cases can wait for somebody. */
      roles: string[];
      /** @description The unit they belong to. */
      unit: string | null;
      /** @description Null for nobody, and for somebody whom the directory does not have. */
      waitingOnThem: number | null;
    };
    OneTimeCode: {
      code: string;
    };
    PasskeyAnswer: {
      /** @description What the browser answered, as JSON. */
      credential: {
        [key: string]: unknown;
      };
    };
    Person: {
      /** @description Days, both included, by their first day. */
      absences: {
        /** Format: date */
        from: string;
        /** Format: date */
        until: string;
      }[];
      /** @description Who acts for them while they are absent. */
      deputy: components['schemas']['PersonId'] | null;
      /** @description They left, and hold no role until they return. */
      hasLeft: boolean;
      id: components['schemas']['PersonId'];
      /** @description In Arabic letters. */
      nameArabic: string | null;
      /** @description In Latin letters. */
      nameLatin: string | null;
      /** @description The names of the roles they hold now. */
      roles: string[];
      supervisor: components['schemas']['PersonId'] | null;
      /** @description The unit they belong to, such as a camp. */
      unit: string | null;
    };
    PersonChange: {
      /**
       * @description The fields of the change.
       * @default {}
       */
      data: {
        [key: string]: unknown;
      };
    };
    PersonHistory: {
      items: {
        /** @description Who made the change. */
        by: {
          id: components['schemas']['PersonId'];
          role: string;
        };
        data: {
          [key: string]: unknown;
        };
        person: components['schemas']['PersonId'];
        position: components['schemas']['Position'];
        recordedAt: components['schemas']['Instant'];
        /** @description The type of the event, such as `RoleGiven`. */
        type: string;
      }[];
    };
    /** @example co-01 */
    PersonId: components['schemas']['Id'];
    PersonList: {
      items: components['schemas']['Person'][];
    };
    /** @description The name of somebody who works with cases. A spelling that is not known is that of the other script. */
    PersonName: {
      arabic: string;
      latin: string;
    };
    /** @description The number of cases in each state, at each place, with each outcome and tag. Every figure but `events` adds up to `total`, or to a part of it. */
    Population: {
      asOf: components['schemas']['Instant'];
      clock: components['schemas']['Clock'];
      /** @description How often each event was recorded up to then, or since the moment that was asked for. */
      events: {
        [key: string]: number;
      };
      facilities: {
        [key: string]: number;
      };
      /** @description The only facility whose cases are counted, where the reader gets figures of their own unit alone; null: of all. */
      facility: string | null;
      leaves: {
        [key: string]: number;
      };
      outcomes: {
        [key: string]: number;
      };
      /** @description The total without cases that turned out to be no person, such as a second registration. */
      persons: number;
      /** @description How far the views were. */
      position: components['schemas']['Position'];
      /** @description The tags whose figures are rounded, also where the others are exact. */
      roundedTags: string[];
      /** @description Figures about persons whom the reader may not see are rounded, each by itself, to multiples of this number, so they do not add up exactly. Null where they are exact. */
      roundedTo: number | null;
      since: components['schemas']['Instant'] | null;
      states: {
        [key: string]: number;
      };
      subStates: {
        [key: string]: number;
      };
      /**
       * @description By tag of the workflow: how many cases have each of its codes.
       * @example {
       *       "intention": {
       *         "refuse": 90
       *       }
       *     }
       */
      tags: {
        [key: string]: {
          [key: string]: number;
        };
      };
      total: number;
      workflow: string;
    };
    /** @description For how long the cases of each state had been in their innermost one, by the clock of what happened. */
    PopulationAges: {
      asOf: components['schemas']['Instant'];
      clock: components['schemas']['Clock'];
      /**
       * @description Where ages are parted: below the first number of days, from each one to the next, from the last one on.
       * @example [
       *       1,
       *       7,
       *       30,
       *       90,
       *       180,
       *       365
       *     ]
       */
      days: number[];
      /** @description How far the views were. */
      position: components['schemas']['Position'];
      /** @description Figures about persons whom the reader may not see are rounded, each by itself, to multiples of this number, so they do not add up exactly. Null where they are exact. */
      roundedTo: number | null;
      states: {
        /** @description How many of each age; one more than `days`. */
        ages: number[];
        count: number;
        /** @description For how long the first of them has been there. Whole hours up to a week, beyond it hours of whole days. Null where figures are rounded and it would tell of few persons. */
        longestHours: number | null;
        /** @description For how long half of them have been there. Whole hours up to a week, beyond it hours of whole days. Null where figures are rounded and it would tell of few persons. */
        medianHours: number | null;
        /** @description By path; each state is counted with its sub-states. */
        state: string;
      }[];
      workflow: string;
    };
    /** @description How many went from where to where between two moments. */
    PopulationFlows: {
      clock: components['schemas']['Clock'];
      flows: {
        count: number;
        /** @description Null for those who had not entered yet. */
        from: string | null;
        to: string;
      }[];
      from: components['schemas']['Instant'];
      /** @description Figures about persons whom the reader may not see are rounded, each by itself, to multiples of this number, so they do not add up exactly. Null where they are exact. */
      roundedTo: number | null;
      to: components['schemas']['Instant'];
      workflow: string;
    };
    /** @description How often cases went from one innermost state to another in a period, and how long they had been in the one they left. */
    PopulationMoves: {
      clock: components['schemas']['Clock'];
      from: components['schemas']['Instant'];
      moves: {
        count: number;
        from: string;
        /** @description After how long the last of them left it. Whole hours up to a week, beyond it hours of whole days. Null where figures are rounded and it would tell of few persons. */
        longestHours: number | null;
        /** @description After how long half of them had left the state. Whole hours up to a week, beyond it hours of whole days. Null where figures are rounded and it would tell of few persons. */
        medianHours: number | null;
        to: string;
      }[];
      /** @description How far the views were. */
      position: components['schemas']['Position'];
      /** @description Figures about persons whom the reader may not see are rounded, each by itself, to multiples of this number, so they do not add up exactly. Null where they are exact. */
      roundedTo: number | null;
      to: components['schemas']['Instant'];
      workflow: string;
    };
    /** @description The ledger at the end of each day, as days are counted in the zone. */
    PopulationSeries: {
      clock: components['schemas']['Clock'];
      days: {
        day: string;
        facilities: {
          [key: string]: number;
        };
        outcomes: {
          [key: string]: number;
        };
        /** @description The total without cases that turned out to be no person, such as a second registration. */
        persons: number;
        /** @description The tags whose figures are rounded, also where the others are exact. */
        roundedTags: string[];
        /** @description Figures about persons whom the reader may not see are rounded, each by itself, to multiples of this number, so they do not add up exactly. Null where they are exact. */
        roundedTo: number | null;
        states: {
          [key: string]: number;
        };
        /**
         * @description By tag of the workflow: how many cases have each of its codes.
         * @example {
         *       "intention": {
         *         "refuse": 90
         *       }
         *     }
         */
        tags: {
          [key: string]: {
            [key: string]: number;
          };
        };
        total: number;
      }[];
      workflow: string;
      zone: string;
    };
    /**
     * @description Position of an event in the log, over all cases. Only its order has a meaning.
     * @example 37494
     */
    Position: string;
    PossibleDuplicate: {
      /** @description The officer of the case; null: nobody, or a past moment. */
      assignee: string | null;
      /** @description Null where the directory has no name. */
      assigneeName: components['schemas']['PersonName'] | null;
      caseId: components['schemas']['CaseId'];
      facility: string | null;
      matches: {
        /**
         * @description A field of the form.
         * @example nameLatin
         */
        field: string;
        /**
         * @description `transliteration`: the same name in another spelling. `similar`: the one name has all words of the other; of a day of birth, the same year.
         * @enum {string}
         */
        kind: 'same' | 'transliteration' | 'similar';
      }[];
      /** @description The one with the earliest date; null where none runs, and at a past moment. */
      nextDeadline: components['schemas']['Deadline'] | null;
      outcome: string | null;
      /** @description Whether that date has passed, by the clock of the server; null at a past moment. */
      overdue: boolean | null;
      /**
       * @description The natural key.
       * @example QAIM-2024-00004
       */
      reference: string;
      revision: components['schemas']['Revision'];
      /** @description Up to 100. Cases below 45 are not named. */
      score: number;
      /** @description Since when it has been in this state. */
      since: components['schemas']['Instant'];
      /**
       * @description The top-level state.
       * @example camped
       */
      state: string;
      subject: components['schemas']['Subject'] | null;
      /**
       * @description The innermost state as a dotted path; null for a state without sub-states.
       * @example camped.settled
       */
      subState: string | null;
      /**
       * @description The code of the case by tag, of those that its workflow declares.
       * @example {
       *       "intention": "refuse",
       *       "service": "officer"
       *     }
       */
      tags: {
        [key: string]: string;
      };
      /** @description When its last event was recorded; null at a past moment. */
      updatedAt: components['schemas']['Instant'] | null;
      /** @description The roles whose deadlines run, the most urgent first; null at a past moment. */
      waitingOn: string[] | null;
      /**
       * @description What is left out, or has a pseudonym in its place, because the reader may not see data of its class.
       * @example [
       *       {
       *         "path": "documentNo",
       *         "dataClass": "identity"
       *       }
       *     ]
       */
      withheld: {
        dataClass: string;
        /** @description The items of a list have the path of the list. */
        path: string;
      }[];
      workflow: string;
    };
    /** @description How a person wants to be shown things. Null: as their device has it. */
    Preferences: {
      /** @description Of dates on screens. What is recorded and sent is Gregorian. */
      calendar: ('gregorian' | 'islamic') | null;
      /** @description Of texts. Screens ask for it with `Accept-Language`. */
      language: ('en' | 'ar') | null;
      /** @description The digits of figures and dates on screens: 123 or ١٢٣. */
      numerals: ('western' | 'arabicIndic') | null;
    };
    /** @description RFC 9457 problem details. `code` says which problem it is. */
    Problem: {
      /** @description The revision the case has; -1 when there is no such case. */
      actual?: string;
      allowed?: string[];
      asOf?: string;
      caseId?: string;
      /** @description What was recorded since that revision, the oldest first: at most 100 events. */
      changes?: components['schemas']['CaseChange'][];
      /** @enum {string} */
      code:
        | 'REQUEST_INVALID'
        | 'COMMAND_INVALID'
        | 'SIGN_IN_REQUIRED'
        | 'CREDENTIALS_REFUSED'
        | 'SIGN_IN_REFUSED'
        | 'SECOND_FACTOR_REQUIRED'
        | 'ISSUER_REFUSED'
        | 'LOCAL_ACCOUNTS_OFF'
        | 'TLS_REQUIRED'
        | 'FRESH_SIGN_IN_REQUIRED'
        | 'SCOPE_MISSING'
        | 'ISSUER_UNAVAILABLE'
        | 'DRAFT_NOT_FOUND'
        | 'DRAFT_CHANGED'
        | 'DRAFTS_TOO_MANY'
        | 'NOT_PERMITTED'
        | 'READ_NOT_PERMITTED'
        | 'SECOND_PERSON_REQUIRED'
        | 'SECOND_PERSON_INVALID'
        | 'PROPOSAL_OF_ANOTHER'
        | 'PROPOSER_NOT_PERMITTED'
        | 'ROUTE_NOT_FOUND'
        | 'UNKNOWN_COMMAND'
        | 'WORKFLOW_NOT_FOUND'
        | 'REGISTRY_NOT_FOUND'
        | 'VIEW_NOT_FOUND'
        | 'CASE_NOT_FOUND'
        | 'PERSON_NOT_FOUND'
        | 'PROPOSAL_NOT_FOUND'
        | 'ERASURE_NOT_FOUND'
        | 'EMERGENCY_NOT_FOUND'
        | 'JOB_NOT_FOUND'
        | 'METHOD_NOT_ALLOWED'
        | 'REQUEST_TIMEOUT'
        | 'CASE_EXISTS'
        | 'CHANGE_REFUSED'
        | 'FIGURE_NOT_FOUND'
        | 'FIGURE_WITHDRAWN'
        | 'EMERGENCY_REFUSED'
        | 'ACCOUNT_CHANGE_REFUSED'
        | 'WRONG_STATE'
        | 'COMMAND_REFUSED'
        | 'CASE_NOT_OPEN_YET'
        | 'OCCURRED_BEFORE_LAST_EVENT'
        | 'OCCURRED_BEFORE_CASE'
        | 'OCCURRED_IN_FUTURE'
        | 'REVISION_CONFLICT'
        | 'WORKFLOW_UNDER_CONSTRUCTION'
        | 'PROPOSAL_CLOSED'
        | 'PROPOSAL_CONTENT_DIFFERS'
        | 'PROPOSAL_OUTDATED'
        | 'COMMAND_NOT_IN_BULK'
        | 'BULK_TOO_MANY'
        | 'BULK_NO_CASES'
        | 'JOB_NOT_ENDED'
        | 'JOB_NOTHING_LEFT'
        | 'JOB_FINISHED'
        | 'BODY_TOO_LARGE'
        | 'APPEND_TOO_LARGE'
        | 'URI_TOO_LONG'
        | 'MEDIA_TYPE_UNSUPPORTED'
        | 'HOST_REFUSED'
        | 'ORIGIN_REFUSED'
        | 'TOO_MANY_REQUESTS'
        | 'COMMAND_ID_REUSED'
        | 'SUBJECT_ERASED'
        | 'JOB_ITEMS_GONE'
        | 'HEARD_UNDECIDED'
        | 'HEARD_RECORDED'
        | 'HEADERS_TOO_LARGE'
        | 'HISTORY_DIVERGED'
        | 'SEAL_BROKEN'
        | 'STORE_CORRUPT'
        | 'UNEXPECTED'
        | 'CLOCK_IMPLAUSIBLE'
        | 'STORE_UNAVAILABLE'
        | 'READ_LOG_UNAVAILABLE'
        | 'STOPPING'
        | 'VIEW_BEHIND';
      /** @description This occurrence, in the language of the request. */
      detail: string;
      erasedAt?: string;
      /** @description The revision the sender knew. */
      expected?: string;
      head?: string;
      issues?: components['schemas']['Issue'][];
      /** @description When it was kept last; absent: there is none. */
      keptAt?: string;
      lastOccurredAt?: string;
      limit?: number;
      now?: string;
      occurredAt?: string;
      /** @description What is possible in this state instead. */
      openCommands?: string[];
      openedAt?: string;
      /** @description `confirmed`, `rejected`, `withdrawn` or `expired`. */
      proposalStatus?: string;
      reached?: string;
      /** @description Why it is refused, as a code. */
      reason?: string;
      /** @description Every rule that does not hold, not only the first. */
      refusals?: components['schemas']['FailedGuard'][];
      /** @description Who may. */
      requiredRoles?: string[];
      /** @description The first event that the workflow does not follow. */
      revision?: string;
      /** @description What the token would have to be for; `people`: no token is. */
      scope?: string;
      /** @description The top-level state of the case. */
      state?: string;
      status: number;
      /** @description The innermost state as a dotted path. */
      subState?: string | null;
      title: string;
      /** @description Tell it to whoever runs the server: the log has the rest. */
      traceId?: string;
      /** @description Where the problem is explained. */
      type: string;
      /** @description How often the draft was kept; 0: there is none. */
      version?: string;
      wanted?: string;
    } & {
      [key: string]: unknown;
    };
    ProposalEnded: {
      caseId: components['schemas']['CaseId'];
      /** @description Null where nothing was recorded now. */
      position: components['schemas']['Position'] | null;
      proposalId: components['schemas']['ProposalId'];
      status: components['schemas']['ProposalStatus'];
    };
    /** @description Exactly what is confirmed, and whether it is still possible. */
    ProposalFile: {
      caseId: components['schemas']['CaseId'];
      caseNow: {
        revision: components['schemas']['Revision'];
        /**
         * @description The top-level state.
         * @example camped
         */
        state: string;
        /**
         * @description The innermost state as a dotted path; null for a state without sub-states.
         * @example camped.settled
         */
        subState: string | null;
      } | null;
      /** @description The case when it was proposed; null: not open. */
      caseThen: {
        revision: components['schemas']['Revision'];
        /**
         * @description The top-level state.
         * @example camped
         */
        state: string;
        /**
         * @description The innermost state as a dotted path; null for a state without sub-states.
         * @example camped.settled
         */
        subState: string | null;
      } | null;
      command: string;
      /** @description The roles with which it can be confirmed as the case is now; none when it is over or impossible. */
      confirmableBy: string[];
      /** @description The roles of which one may confirm. */
      confirmedBy: string[];
      contentHash: components['schemas']['ContentHash'];
      /** @description The fields of the command, as they were read. */
      data: {
        [key: string]: unknown;
      };
      endedAt: components['schemas']['Instant'] | null;
      /** @description Who confirmed, rejected, withdrew or ended it. */
      endedBy: string | null;
      expiresAt: components['schemas']['Instant'];
      /** @description When it happened, as the first person said; null: when it is confirmed. */
      occurredAt: components['schemas']['Instant'] | null;
      onBehalfOf: string | null;
      position: components['schemas']['Position'];
      proposalId: components['schemas']['ProposalId'];
      proposedAt: components['schemas']['Instant'];
      proposedBy: {
        id: string;
        role: string;
      };
      purpose: string | null;
      /** @description Why it was rejected or withdrawn. */
      reason: string | null;
      /** @description Of the case; null where it is not open. */
      reference: string | null;
      status: components['schemas']['ProposalStatus'];
      /** @description The first event of the step in its case. */
      takenAt: components['schemas']['Revision'] | null;
      /** @description The command, in the language of the request. */
      title: string;
      /** @description Why nobody can confirm it now; null where somebody can, or where it is over. */
      whyNot: components['schemas']['WhyNot'] | null;
      workflow: string;
    };
    /**
     * Format: uuid
     * @example 0b7c1d2e-3f40-8a51-9b62-7c8d9e0f1a2b
     */
    ProposalId: string;
    /** @description A step that waits for its second person. Durable when this answer arrives. */
    ProposalMade: {
      caseId: components['schemas']['CaseId'];
      command: string;
      /** @description The roles of which one may confirm. */
      confirmedBy: string[];
      contentHash: components['schemas']['ContentHash'];
      /** @description From then on it cannot be confirmed. */
      expiresAt: components['schemas']['Instant'];
      position: components['schemas']['Position'];
      proposalId: components['schemas']['ProposalId'];
      status: components['schemas']['ProposalStatus'];
      workflow: string;
    };
    ProposalPage: {
      items: components['schemas']['ProposalSummary'][];
      next: components['schemas']['Cursor'] | null;
    };
    /** @enum {string} */
    ProposalStatus: 'open' | 'confirmed' | 'rejected' | 'withdrawn' | 'expired';
    ProposalSummary: {
      caseId: components['schemas']['CaseId'];
      command: string;
      contentHash: components['schemas']['ContentHash'];
      endedAt: components['schemas']['Instant'] | null;
      /** @description Who confirmed, rejected, withdrew or ended it. */
      endedBy: string | null;
      expiresAt: components['schemas']['Instant'];
      onBehalfOf: string | null;
      position: components['schemas']['Position'];
      proposalId: components['schemas']['ProposalId'];
      proposedAt: components['schemas']['Instant'];
      proposedBy: {
        id: string;
        role: string;
      };
      /** @description Of the case; null where it is not open. */
      reference: string | null;
      status: components['schemas']['ProposalStatus'];
      /** @description The command, in the language of the request. */
      title: string;
      workflow: string;
    };
    RankedCase: {
      /** @description The officer of the case; null: nobody, or a past moment. */
      assignee: string | null;
      /** @description Null where the directory has no name. */
      assigneeName: components['schemas']['PersonName'] | null;
      /** @description By what it was found. `number`: a year of birth, or the number of a document, of which the answer has no more. */
      by: ('reference' | 'name' | 'number')[];
      caseId: components['schemas']['CaseId'];
      facility: string | null;
      marks: {
        /**
         * @description Which parts of the name in Arabic letters were searched for. What is written in another way is marked whole.
         * @example [
         *       {
         *         "start": 0,
         *         "end": 4
         *       }
         *     ]
         */
        arabic: components['schemas']['Mark'][];
        /**
         * @description Which parts of the name in Latin letters were searched for. What is written in another way is marked whole.
         * @example [
         *       {
         *         "start": 0,
         *         "end": 4
         *       }
         *     ]
         */
        latin: components['schemas']['Mark'][];
        /**
         * @description Which parts of the reference were searched for. What is written in another way is marked whole.
         * @example [
         *       {
         *         "start": 0,
         *         "end": 4
         *       }
         *     ]
         */
        reference: components['schemas']['Mark'][];
      };
      /** @description The one with the earliest date; null where none runs, and at a past moment. */
      nextDeadline: components['schemas']['Deadline'] | null;
      outcome: string | null;
      /** @description Whether that date has passed, by the clock of the server; null at a past moment. */
      overdue: boolean | null;
      /**
       * @description The natural key.
       * @example QAIM-2024-00004
       */
      reference: string;
      revision: components['schemas']['Revision'];
      /** @description Since when it has been in this state. */
      since: components['schemas']['Instant'];
      /**
       * @description The top-level state.
       * @example camped
       */
      state: string;
      subject: components['schemas']['Subject'] | null;
      /**
       * @description The innermost state as a dotted path; null for a state without sub-states.
       * @example camped.settled
       */
      subState: string | null;
      /**
       * @description The code of the case by tag, of those that its workflow declares.
       * @example {
       *       "intention": "refuse",
       *       "service": "officer"
       *     }
       */
      tags: {
        [key: string]: string;
      };
      /** @description When its last event was recorded; null at a past moment. */
      updatedAt: components['schemas']['Instant'] | null;
      /** @description The roles whose deadlines run, the most urgent first; null at a past moment. */
      waitingOn: string[] | null;
      /**
       * @description What is left out, or has a pseudonym in its place, because the reader may not see data of its class.
       * @example [
       *       {
       *         "path": "documentNo",
       *         "dataClass": "identity"
       *       }
       *     ]
       */
      withheld: {
        dataClass: string;
        /** @description The items of a list have the path of the list. */
        path: string;
      }[];
      workflow: string;
    };
    /** @description That somebody was handed data of cases: who, which, what for, when. */
    ReadEntry: {
      actor: string;
      /** @description The address of the network that the server saw. */
      address: string | null;
      at: components['schemas']['Instant'];
      /** @description The emergency access under which it was read. */
      breakGlass: string | null;
      /** @description What the answer was about; of one case also where nothing of it was shown. */
      cases: components['schemas']['CaseId'][];
      /** @description The data classes that were handed over. */
      classes: string[];
      /** @description SHA-256 over this entry and the hash of the one before. */
      hash: string;
      /** @description The past moment that was asked for. */
      moment: string | null;
      /** @description Its place in the log of reads, from 1, without gaps. */
      number: number;
      /** @example getCase */
      operation: string;
      purposes: string[];
      requestId: string | null;
      roles: string[];
      /** @description How many cases, events or lines; 0: nothing was shown. */
      rows: number;
      /** @description What was searched for, as a keyed hash: the same text is the same hash. */
      searched: string | null;
      unit: string | null;
      /** @enum {string} */
      way: 'http' | 'feed' | 'cli' | 'export' | 'engine';
    };
    ReadEntryPage: {
      items: components['schemas']['ReadEntry'][];
      /** @description The `cursor` of the next page, also in the `Link` header; null on the last one. */
      next: components['schemas']['Cursor'] | null;
    };
    /** @description How many lines the list would have with each value, all other filters standing: a facet counts without its own filter, and the bars without `from` and `to`. The most frequent values come first. */
    ReadFacets: {
      /** @description Who looked. The name is null where the directory has none. */
      actor: {
        count: number;
        name: components['schemas']['PersonName'] | null;
        value: string;
      }[];
      /** @description Lines by the day on which they were recorded, from the first line to the last without a gap, by weeks (from Monday), months or years where there are more than a hundred days. */
      bars: {
        items: {
          count: number;
          from: components['schemas']['Day'];
          /** @description The last day of the bar. */
          to: components['schemas']['Day'];
        }[];
        /** @enum {string} */
        unit: 'day' | 'week' | 'month' | 'year';
        zone: string;
      };
      /** @description Which data classes were handed over. An entry counts with each of them. */
      class: components['schemas']['TitledCount'][];
      /** @description What was asked. */
      operation: components['schemas']['TitledCount'][];
      /** @description What for. An entry counts with each of its purposes. */
      purpose: components['schemas']['TitledCount'][];
      /** @description The lines of the list, exactly. */
      total: number;
    };
    /** @description What one role reads: its line of the permission matrix. */
    ReadPermission: {
      /** @description The role sees the cases of all of these, and no other. */
      cases: {
        /** @enum {string} */
        of: 'all' | 'unit' | 'assigned' | 'registered';
        /** @description Null: for each of them. */
        purposes:
          | (
              | 'intake'
              | 'custody'
              | 'counselling'
              | 'risk'
              | 'assurance'
              | 'return'
              | 'relocation'
              | 'monitoring'
              | 'audit'
              | 'subjectRequest'
              | 'breakGlass'
              | 'systemWork'
            )[]
          | null;
        /** @description Null: in any state. */
        states: string[] | null;
        withinHours: number | null;
      }[];
      /** @description The classes that it can get of one case under emergency access. */
      emergency: string[];
      /**
       * @description Of which cases it gets figures.
       * @enum {string}
       */
      figures: 'none' | 'unit' | 'all';
      /** @description The classes that emergency access never gives to whoever holds the role. */
      never: string[];
      /** @description What the role reads for; the first one where a request names none. */
      purposes: (
        | 'intake'
        | 'custody'
        | 'counselling'
        | 'risk'
        | 'assurance'
        | 'return'
        | 'relocation'
        | 'monitoring'
        | 'audit'
        | 'subjectRequest'
        | 'breakGlass'
        | 'systemWork'
      )[];
      /**
       * @description Which entries of the log of reads it sees.
       * @enum {string}
       */
      readLog: 'none' | 'own' | 'unit' | 'case' | 'all';
      /** @description Whether it records what others stated of the figures. */
      recordsFigures: boolean;
      role: string;
      /** @description By class: `seen`, `withheld`, or the name of the condition under which it is seen. */
      sees: {
        [key: string]: string;
      };
    };
    Ready: {
      head: components['schemas']['Position'];
      /** @description Why it is not ready. */
      reason: string | null;
      /**
       * @description `checking`: a workflow has changed, and its open cases are being folded. `stuck`: some of them cannot go on; `reason` has the counts by state and what to do.
       * @enum {string}
       */
      status: 'ok' | 'behind' | 'checking' | 'stuck' | 'stopping' | 'unavailable';
      /**
       * @description The data were begun to try workflows in that are under construction; no case in them is real.
       * @constant
       */
      underConstruction?: true;
      views: components['schemas']['Position'];
    };
    /** @description That an event was recorded. No event data. */
    RecordedEntry: {
      /** @description When it was recorded, refused or looked at. The list is in this order. */
      at: components['schemas']['Instant'];
      /** @description Null where it is about several cases, or none. */
      caseId: components['schemas']['CaseId'] | null;
      command: string;
      confirmedBy: string | null;
      /** @description The case as it was after the event; or the refusals of that case, or the looks of that person, of that moment. */
      href: string;
      /** @constant */
      kind: 'recorded';
      /** @description Who it was. */
      person: {
        id: string;
        /** @description Null where the directory has none. */
        name: components['schemas']['PersonName'] | null;
        /** @description The role in which they acted; of a look, all that they had. */
        roles: string[];
      };
      position: components['schemas']['Position'];
      /** @description What that case is called before the reader: its reference or a pseudonym. Null where they do not see it. */
      reference: string | null;
      revision: components['schemas']['Revision'];
      /**
       * @description The top-level state.
       * @example camped
       */
      state: string;
      /**
       * @description The innermost state as a dotted path; null for a state without sub-states.
       * @example camped.settled
       */
      subState: string | null;
      type: string;
      workflow: string;
    };
    /**
     * @description The natural key, exactly.
     * @example QAIM-2024-00004
     */
    Reference: string;
    /**
     * @description Words of a reference, from their beginning. No name or other personal value: what is in an address is kept by browsers and proxies. To search by these, use `POST /api/v1/case-search`.
     * @example QAIM-2024-00004
     */
    ReferenceText: string;
    /** @description How many lines the list would have with each value, all other filters standing: a facet counts without its own filter, and the bars without `from` and `to`. The most frequent values come first. */
    RefusalFacets: {
      /** @description Who acted. The name is null where the directory has none. */
      actor: {
        count: number;
        name: components['schemas']['PersonName'] | null;
        value: string;
      }[];
      /** @description Lines by the day on which they were recorded, from the first line to the last without a gap, by weeks (from Monday), months or years where there are more than a hundred days. */
      bars: {
        items: {
          count: number;
          from: components['schemas']['Day'];
          /** @description The last day of the bar. */
          to: components['schemas']['Day'];
        }[];
        /** @enum {string} */
        unit: 'day' | 'week' | 'month' | 'year';
        zone: string;
      };
      /** @description Why it was refused. */
      code: components['schemas']['LineCount'][];
      /** @description Which commands were sent. */
      command: components['schemas']['LineCount'][];
      /** @description How far the views were that were counted. */
      position: components['schemas']['Position'];
      /** @description In which role. */
      role: components['schemas']['LineCount'][];
      /** @description The lines of the list, exactly. */
      total: number;
    };
    RefusalPage: {
      items: components['schemas']['AuditRefusal'][];
      /** @description The `cursor` of the next page, also in the `Link` header; null on the last one. */
      next: components['schemas']['Cursor'] | null;
      position: components['schemas']['Position'];
      /** @description Of all pages. */
      total: components['schemas']['Total'];
    };
    /** @description That a command was refused. */
    RefusedEntry: {
      /** @description When it was recorded, refused or looked at. The list is in this order. */
      at: components['schemas']['Instant'];
      /** @description Null where it is about several cases, or none. */
      caseId: components['schemas']['CaseId'] | null;
      code: string;
      command: string;
      guards: {
        code: string;
        guard: string;
      }[];
      /** @description The case as it was after the event; or the refusals of that case, or the looks of that person, of that moment. */
      href: string;
      /** @constant */
      kind: 'refused';
      /** @description Who it was. */
      person: {
        id: string;
        /** @description Null where the directory has none. */
        name: components['schemas']['PersonName'] | null;
        /** @description The role in which they acted; of a look, all that they had. */
        roles: string[];
      };
      position: components['schemas']['Position'];
      /** @description What that case is called before the reader: its reference or a pseudonym. Null where they do not see it. */
      reference: string | null;
      workflow: string;
    };
    /** @description What a field of a form takes, or offers. */
    Registry: {
      /** @description Any other value is refused. Otherwise these are suggestions, and any text is taken. */
      closed: boolean;
      items: {
        titles: components['schemas']['InBothLanguages'];
        /** @description What is sent. */
        value: string;
      }[];
      name: string;
      /** @description Of `people`: where the next page begins. Codes are all in one answer: null. */
      next: string | null;
    };
    RejectionRequest: {
      /** @description In plain words. It is recorded. */
      reason: string;
    };
    Remedy: {
      /** @description What to ask for it: `GET` to look at something, `POST` to send a command, repeat or review. */
      href: string;
      /** @enum {string} */
      remedy: 'openCase' | 'sendCommand' | 'openJob' | 'repeatJob' | 'reviewAccess';
    };
    ReplayStep: {
      actor: string;
      changes: components['schemas']['Difference'][];
      /** @description The machine arrives at what was recorded. */
      matches: boolean;
      occurredAt: components['schemas']['Instant'];
      recordedAt: components['schemas']['Instant'];
      revision: components['schemas']['Revision'];
      /**
       * @description The top-level state.
       * @example camped
       */
      state: string;
      /**
       * @description The innermost state as a dotted path; null for a state without sub-states.
       * @example camped.settled
       */
      subState: string | null;
      type: string;
      /**
       * @description What is left out, or has a pseudonym in its place, because the reader may not see data of its class.
       * @example [
       *       {
       *         "path": "documentNo",
       *         "dataClass": "identity"
       *       }
       *     ]
       */
      withheld: {
        dataClass: string;
        /** @description The items of a list have the path of the list. */
        path: string;
      }[];
    };
    /** @description A figure that somebody outside stated, beside the ledger. */
    ReportedFigure: {
      address: string | null;
      /** @description `occurred`: by what had happened at the moment it speaks of, as it is known now. `recorded`: by what was known when it was published. */
      comparisons: {
        occurred: components['schemas']['FigureComparison'];
        recorded: components['schemas']['FigureComparison'];
      };
      /** @description The oldest first, each with what stood before it. */
      corrections: {
        at: components['schemas']['Instant'];
        by: {
          id: string;
          role: string;
        };
        reason: string;
        was: {
          address: string | null;
          counts: components['schemas']['FigureCounts'];
          figure: number;
          parts: string[];
          published: string;
          quote: string;
          relation: components['schemas']['FigureRelation'];
          source: string;
          speaksOf: string;
        };
      }[];
      counts: components['schemas']['FigureCounts'];
      figure: number;
      id: string;
      parts: string[];
      published: string;
      quote: string;
      recorded: {
        at: components['schemas']['Instant'];
        by: {
          id: string;
          role: string;
        };
      };
      relation: components['schemas']['FigureRelation'];
      /** @description The parameters of `GET /api/v1/cases` that list the persons behind the number; several where one list does not show them all. Empty where none does, as for events, and where the number is rounded. */
      rows: {
        [key: string]: string;
      }[];
      source: string;
      speaksOf: string;
      /** @description Null where it has no parts. */
      sum: components['schemas']['FigureSum'] | null;
      /** @description Null while the figure stands. */
      withdrawal: {
        at: components['schemas']['Instant'];
        by: {
          id: string;
          role: string;
        };
        reason: string;
      } | null;
      workflow: string;
    };
    ReportedFigurePage: {
      /** @description What "about" means: within so many percent of the stated number, and at least so many. */
      aboutRule: {
        least: number;
        percent: number;
      };
      items: components['schemas']['ReportedFigure'][];
      /** @description The `cursor` of the next page, also in the `Link` header; null on the last one. */
      next: components['schemas']['Cursor'] | null;
    };
    /**
     * @description Index of an event in its case, from 0. Text, because JSON numbers lose large ones.
     * @example 7
     */
    Revision: string;
    RoleList: {
      items: {
        role: string;
        titles: components['schemas']['InBothLanguages'];
        /** @description The workflows that have it; empty for a role of the directory itself. */
        workflows: string[];
      }[];
    };
    /** @description How many lines the list would have with each value, all other filters standing: a facet counts without its own filter, and the bars without `from` and `to`. The most frequent values come first. */
    RuleFacets: {
      /** @description Who acted. The name is null where the directory has none. */
      actor: {
        count: number;
        name: components['schemas']['PersonName'] | null;
        value: string;
      }[];
      /** @description Lines by the day on which they were recorded, from the first line to the last without a gap, by weeks (from Monday), months or years where there are more than a hundred days. */
      bars: {
        items: {
          count: number;
          from: components['schemas']['Day'];
          /** @description The last day of the bar. */
          to: components['schemas']['Day'];
        }[];
        /** @enum {string} */
        unit: 'day' | 'week' | 'month' | 'year';
        zone: string;
      };
      /** @description Which commands were sent. */
      command: components['schemas']['LineCount'][];
      /** @description Which rule was not kept. */
      guard: components['schemas']['LineCount'][];
      /** @description How far the views were that were counted. */
      position: components['schemas']['Position'];
      /** @description In which role. */
      role: components['schemas']['LineCount'][];
      /** @description The lines of the list, exactly. */
      total: number;
      /** @description What was recorded. */
      type: components['schemas']['LineCount'][];
    };
    /** @description An event whose fact stands although a rule failed, such as a crossing by force. An event that did not keep two rules is two lines. */
    RuleNotKept: {
      actor: string;
      caseId: components['schemas']['CaseId'];
      /** @description What it failed with. */
      code: string;
      command: string;
      confirmedBy: string | null;
      /** @description The rule that was not kept. */
      guard: string;
      /** @description Who sent the import that the command was a row of; null where it was sent by itself. */
      importedBy: string | null;
      /** @description When it happened, or where it stands in its case. */
      occurredAt: components['schemas']['Instant'];
      onBehalfOf: string | null;
      position: components['schemas']['Position'];
      recordedAt: components['schemas']['Instant'];
      revision: components['schemas']['Revision'];
      role: string;
      /** @description When it happened as it was said, where it had to stand at another time; else null. */
      saidAt: components['schemas']['Instant'] | null;
      /**
       * @description The top-level state.
       * @example camped
       */
      state: string;
      /**
       * @description The innermost state as a dotted path; null for a state without sub-states.
       * @example camped.settled
       */
      subState: string | null;
      type: string;
      workflow: string;
    };
    RuleNotKeptPage: {
      items: components['schemas']['RuleNotKept'][];
      /** @description The `cursor` of the next page, also in the `Link` header; null on the last one. */
      next: components['schemas']['Cursor'] | null;
      position: components['schemas']['Position'];
      /** @description Of all pages. */
      total: components['schemas']['Total'];
    };
    /** @description Lists that were saved: one’s own first, then by name. */
    SavedLists: {
      items: {
        /** @description Only whoever saved it changes or removes it. */
        isOwn: boolean;
        /** @description Names it in an address. */
        list: string;
        name: string;
        parameters: {
          [key: string]: string;
        };
        savedBy: components['schemas']['PersonId'];
        /**
         * @description Who finds it besides whoever saved it. `unit`: the people of their unit. A list shows to each only the cases that they see.
         * @enum {string}
         */
        sharedWith: 'nobody' | 'unit' | 'everybody';
      }[];
    };
    SearchFound: {
      /** @description Those that the reader may find, the best first. */
      cases: components['schemas']['RankedCase'][];
      /** @description More cases are found, by the list as well. Where there are hundreds, those in which nothing was recorded for long are not compared, so that a better one may be among them: ask for more words. */
      more: boolean;
      /** @description From the directory, without those who left. */
      people: components['schemas']['FoundPerson'][];
    };
    SearchRequest: {
      /**
       * @description How many cases, and how many people, at the most: 1 to 50.
       * @default 10
       */
      limit: number;
      text: components['schemas']['SearchText'];
    };
    /**
     * @description Words, all of which a case must be found by: beginnings of words of its reference; names in Latin or Arabic script, from their first three letters on; a year of birth; the whole number of a document.
     * @example QAIM-2024-00004
     * @example ابراهيم
     * @example Mohammed 1985
     */
    SearchText: string;
    Session: {
      /** @description Until when decisive steps can be taken without signing in again; null for a program. */
      freshUntil: components['schemas']['Instant'] | null;
      /**
       * @description How it was shown. `operator`: by the master key, on the machine of the server. `token`: by a token for a program. `issuer`: at another server, by OpenID Connect.
       * @enum {string}
       */
      means: 'operator' | 'token' | 'password' | 'passkey' | 'issuer';
      /** @description In Arabic letters. */
      nameArabic: string | null;
      /** @description In Latin letters. */
      nameLatin: string | null;
      permissions: {
        /** @description By workflow: the commands that their roles may send. */
        commands: {
          [key: string]: string[];
        };
        /** @description By workflow: the commands that they may confirm as the second person. */
        confirms: {
          [key: string]: string[];
        };
        /** @description The workflows of which they can take emergency access to a case, and to which data. */
        emergency: {
          classes: {
            dataClass: string;
            titles: components['schemas']['InBothLanguages'];
          }[];
          workflow: string;
        }[];
        /** @description May import decisions of other persons. */
        importsForOthers: boolean;
        /** @description May change the directory of people. */
        keepsDirectory: boolean;
        /** @description The workflows about whose persons they may record what others stated. */
        recordsFigures: string[];
        /** @description Reviews emergency access that others took; it waits among the exceptions. */
        reviewsEmergency: boolean;
        /** @description May have the log checked and see what was found. */
        verifiesLog: boolean;
      };
      /** @description Null for a program of the machine in nobody’s name. */
      person: components['schemas']['PersonId'] | null;
      preferences: components['schemas']['Preferences'];
      /** @description What their roles let them read for: what they read for by default comes first. Empty for nobody in particular. */
      purposes: {
        /** @description They read for it where a request names no purpose. */
        isDefault: boolean;
        /** @description For it they can read the access report of a case that they see. */
        opensAccessReports: boolean;
        /** @description As `X-Purpose` takes it. */
        purpose: string;
        titles: components['schemas']['InBothLanguages'];
      }[];
      /** @description The names of the roles they hold now. */
      roles: string[];
      /** @description What a program is restricted to; null: to nothing but the permissions of the person. */
      scopes: string[] | null;
      /** @description The unit they belong to, such as a camp. */
      unit: string | null;
    };
    SignedOut: {
      /**
       * Format: uri
       * @description Where the browser goes to sign out at the issuer too; null where the session did not begin there, or the issuer has no such address or does not answer.
       */
      endAt: string | null;
      ended: number;
    };
    /** @example camped.returning */
    StatePath: string;
    /** @description Who the case is about. */
    Subject: {
      arabic: string;
      latin: string;
    };
    /** @description How this installation is, for its administrators. Nothing of a case and of no person. */
    SystemState: {
      /** @description Cases that have a command under way in this process. */
      commandsUnderWay: number;
      /** @description Set where all persons are invented, and the clock is one of its own; null where cases may be real. */
      demonstration: {
        /** @description The end of the invented caseload, from which the clock of the demonstration runs on. */
        startsAt: components['schemas']['Instant'];
      } | null;
      erasures: {
        /** @description Persons whose keys were destroyed. */
        finished: number;
        /** @description Persons whose erasure was begun and is not finished. */
        unfinished: number;
      };
      /** @description Readers that follow the feed of this process. */
      feedReaders: number;
      /** @description What the clock of the machine shows. */
      hostTime: components['schemas']['Instant'];
      /** @description The time zone of the machine. */
      hostZone: string;
      /** @description Among the newest 200 jobs; null where their store does not answer. */
      jobs: {
        /** @description Jobs that wait to begin. */
        queued: number;
        /** @description Jobs that run. */
        running: number;
      } | null;
      /** @description The name of the log. A restored log has another one. */
      logId: string;
      /** @description What the clock of these data shows: by it is recorded and counted. */
      now: components['schemas']['Instant'];
      /** @description Why it is not ready. */
      reason: string | null;
      /** @description The version of Safeconduct. */
      release: string;
      /** @description What this process does. */
      roles: string[];
      /** @description When this process began, by the clock of its machine. */
      startedAt: components['schemas']['Instant'];
      /**
       * @description `checking`: a workflow has changed, and its open cases are being folded. `stuck`: some of them cannot go on; `reason` has the counts by state and what to do.
       * @enum {string}
       */
      status: 'ok' | 'behind' | 'checking' | 'stuck' | 'stopping' | 'unavailable';
      store: {
        /** @description How many events the log has. */
        events: number | null;
        /** @description The end of the log; null where it does not answer. */
        head: components['schemas']['Position'] | null;
        /** @description What is accepted outlives the process. */
        isDurable: boolean;
        /** @description A folder, or the address of a server without user and password. */
        name: string;
      };
      views: components['schemas']['ViewState'][];
      workflows: components['schemas']['InstalledWorkflow'][];
    };
    /** @description Between which times the step can be said to have happened. */
    TimeBounds: {
      max: components['schemas']['Instant'];
      /** @description Null: no time is too early, it becomes that of the last event. */
      min: components['schemas']['Instant'] | null;
    };
    /** @description A value of a facet, what it is called, and how many lines the list would have with it. */
    TitledCount: {
      count: number;
      titles: components['schemas']['InBothLanguages'];
      value: string;
    };
    /**
     * @description How many there are. What has to be counted one by one is counted up to 10,000.
     * @example {
     *       "value": 412,
     *       "relation": "eq"
     *     }
     */
    Total: {
      /**
       * @description `eq`: exactly so many. `gte`: at least so many.
       * @enum {string}
       */
      relation: 'eq' | 'gte';
      value: number;
    };
    TotpOffer: {
      /** @description The address as a QR code. */
      qr: {
        /** @description The dark modules as a path of SVG, in modules. */
        path: string;
        /** @description The side of its square, in modules, with the bright border. */
        size: number;
      };
      /** @description Base32, to be typed. */
      secret: string;
      /** @description The same for a scanner: `otpauth://totp/…`. */
      uri: string;
    };
    TypedSignIn: {
      /** @description Six digits of the authenticator app, where it is set up. */
      code?: string;
      /** @description At least 12 characters where a new one is set. */
      password: string;
      person: components['schemas']['PersonId'];
    };
    UsedInvitation: {
      /** @description The code of the invitation. */
      code: string;
      /** @description Only for the first administrator. */
      nameArabic?: string;
      /** @description Only for the first administrator. */
      nameLatin?: string;
      /** @description At least 12 characters where a new one is set. */
      password: string;
      /** @description Only for the first administrator: the id under which they are registered. */
      person?: components['schemas']['PersonId'];
    };
    /** @description A check of the whole log, of everything that is made from it, and of the log of reads. */
    Verification: {
      /** @description Who started it. */
      actor: string | null;
      createdAt: components['schemas']['Instant'];
      done: number;
      endedAt: components['schemas']['Instant'] | null;
      /** @description What was found; null before its end. */
      findings: {
        cases: number;
        events: number;
        /** @description The log could not be read to its end, so nothing else was compared with it. */
        isDamaged: boolean;
        /** @description Events decided under another definition: their roles and guards were not asked again. */
        otherDefinitions: number;
        problems: number;
        /** @description Entries of the log of reads; null: not looked at. */
        reads: number | null;
      } | null;
      id: components['schemas']['JobId'];
      /** @description Why it failed. */
      problem: string | null;
      secondsLeft: number | null;
      startedAt: components['schemas']['Instant'] | null;
      /**
       * @description `done`: it came to its end, whatever it found.
       * @enum {string}
       */
      state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
      /** @description `log`: events are checked; `reads`: the log of reads is; `views`: views are filled anew and compared. */
      step: ('log' | 'reads' | 'views') | null;
      /** @description Each event counts twice: it is checked, and it fills the views anew. */
      total: number;
    };
    VerificationPage: {
      items: components['schemas']['Verification'][];
      /** @description The `cursor` of the next page, also in the `Link` header; null on the last one. */
      next: components['schemas']['Cursor'] | null;
    };
    VerificationProblem: {
      caseId: components['schemas']['CaseId'] | null;
      position: components['schemas']['Position'] | null;
      recordedAt: components['schemas']['Instant'] | null;
      /** @description In English, for whoever runs the server. */
      what: string;
    };
    VerificationProblems: {
      /** @description The first 200. */
      items: components['schemas']['VerificationProblem'][];
      total: number;
    };
    ViewPage: {
      items: components['schemas']['ViewRow'][];
      /** @description The `cursor` of the next page, also in the `Link` header; null on the last one. */
      next: components['schemas']['Cursor'] | null;
      /** @description How far the view was that this page was read from. */
      position: components['schemas']['Position'];
    };
    /** @description A row of a view: its case, and a value for each column, or null. */
    ViewRow: {
      caseId: components['schemas']['CaseId'];
      /** @description The natural key of the case. */
      reference: string;
    } & {
      [key: string]: string | number | boolean | null;
    };
    ViewState: {
      /** @description How many events of the log it lacks; null from a store that cannot count. */
      behind: number | null;
      /** @description It is asked. Another generation of a view is being made. */
      isLive: boolean;
      /** @description It has everything up to here. */
      position: components['schemas']['Position'];
      version: number;
      view: string;
    };
    /** @description A role that has to act, and by when. */
    WaitingOn: {
      deadline: string;
      dueAt: components['schemas']['Instant'];
      role: string;
    };
    /** @description Why a command is not possible. `refusals` has every rule that does not hold. */
    WhyNot: {
      code: string;
      refusals?: {
        code: string;
        guard: string;
        /** @description The values the rule looked at, as data: instants in UTC, codes. `inputs` of the workflow says what each is. */
        inputs: {
          [key: string]: (string | number | boolean | null) | string[];
        };
        message: string;
      }[];
      requiredRoles?: string[];
      title: string;
    };
    WithdrawalRequest: {
      /** @description In plain words. It is recorded. */
      reason?: string;
    };
    /** @description A workflow: its states, commands, events, roles, deadlines and views. */
    WorkflowFile: {
      commands: {
        /** @description Nothing that is sent is refused. */
        alwaysHeard: boolean;
        command: string;
        /** @description Roles of the second person, where one is needed. */
        confirmedBy: string[] | null;
        /** @description It erases the person: the keys of their personal data are destroyed for ever. */
        erases: boolean;
        /** @description It is recorded even where guards fail; the transcript says which. */
        establishes: boolean;
        form: components['schemas']['JsonSchema'];
        /** @description It may be entered after later events, with the time at which it happened. */
        freeOfOrder: boolean;
        guards: {
          codes: string[];
          id: string;
          titles: components['schemas']['InBothLanguages'];
          version: number;
        }[];
        /** @description It may be sent to many cases in one request, see `POST …/commands/{command}/bulk`. */
        inBulk: boolean;
        /** @description It records a note: a text for those who work on the case, by which nothing is decided. */
        isNote: boolean;
        opens: boolean;
        roles: string[];
        titles: components['schemas']['InBothLanguages'];
        yields: string[];
      }[];
      /** @description The fields of it by which `POST …/case-duplicates` finds cases of the same person, besides the reference: the name in either script, the date of birth, the number of a document. */
      compared: {
        arabic?: string;
        birthDate?: string;
        documentNo?: string;
        latin?: string;
      };
      deadlines: {
        name: string;
        role: string;
        then: string | null;
        titles: components['schemas']['InBothLanguages'];
      }[];
      descriptions: components['schemas']['InBothLanguages'];
      events: {
        /** @description What its data can have. */
        fields: components['schemas']['LabelledValue'][];
        titles: components['schemas']['InBothLanguages'];
        type: string;
        version: number;
      }[];
      /** @description What the `data` of a case can have. */
      facts: components['schemas']['LabelledValue'][];
      fingerprint: string;
      /** @description Of the facts, in the order in which they are shown. */
      groups: {
        name: string;
        titles: components['schemas']['InBothLanguages'];
      }[];
      /** @description What the values are that its rules look at, by name: a `code` has a text in the forms, a `time` is an instant in UTC or a day. */
      inputs: {
        [key: string]:
          | 'time'
          | 'code'
          | 'field'
          | 'state'
          | 'role'
          | 'command'
          | 'deadline'
          | 'number'
          | 'boolean'
          | 'text';
      };
      name: string;
      /** @description The field of it that is the reference of the case. */
      naturalKey: string;
      /** @description The command that opens a case. */
      opening: string;
      /** @description Who may read what. Who may send and confirm a command stands at `roles` and `commands`. */
      permissions: {
        /** @description What data are told apart by. */
        classes: string[];
        reads: components['schemas']['ReadPermission'][];
        /** @description What the data classes and the purposes are called. */
        titles: {
          classes: {
            [key: string]: components['schemas']['InBothLanguages'];
          };
          purposes: {
            [key: string]: components['schemas']['InBothLanguages'];
          };
        };
        /** @description The places that are units of the organisation. */
        units: string[];
      };
      roles: {
        /** @description The commands it confirms as the second person. */
        confirms: string[];
        /** @description Ids that begin so have this role in recorded decisions, and where nobody is registered. */
        prefixes: string[];
        role: string;
        /** @description The commands of this role: its row of the permission matrix. */
        sends: string[];
        titles: components['schemas']['InBothLanguages'];
      }[];
      states: {
        /** @description What a case in this state may be sent. */
        commands: string[];
        /** @description The procedure may rest here for ever. */
        isEnd: boolean;
        isLeaf: boolean;
        path: string;
        titles: components['schemas']['InBothLanguages'];
      }[];
      /** @description What cases are listed and counted by besides state, place and outcome. */
      tags: {
        codes: {
          code: string;
          titles: components['schemas']['InBothLanguages'];
        }[];
        name: string;
        titles: components['schemas']['InBothLanguages'];
      }[];
      titles: components['schemas']['InBothLanguages'];
      /** @description Texts of it are missing or wrong. A name that has no text stands for itself, and a case is opened only in data that were begun to try it in. */
      underConstruction: boolean;
      /** @description What the codes are called. */
      values: {
        [key: string]: components['schemas']['InBothLanguages'];
      };
      version: number;
      views: {
        columns: {
          /** @description Rows can be narrowed and sorted by it. */
          filter: boolean;
          /** @description It tells the rows of one case apart. */
          key: boolean;
          /** @enum {string} */
          kind: 'text' | 'code' | 'day' | 'instant' | 'integer' | 'boolean';
          name: string;
          /** @description A row may have null here. */
          optional: boolean;
          titles: components['schemas']['InBothLanguages'];
        }[];
        name: string;
        titles: components['schemas']['InBothLanguages'];
      }[];
      /** @description What its cases, all together, and the place of a case are called. */
      words: {
        cases: components['schemas']['InBothLanguages'];
        place: components['schemas']['InBothLanguages'];
      };
      /** @description The time zone in which its days are counted and its times are shown. */
      zone: string;
    };
    WorkflowList: {
      items: components['schemas']['WorkflowSummary'][];
    };
    WorkflowSummary: {
      /** @description The fields of it by which `POST …/case-duplicates` finds cases of the same person, besides the reference: the name in either script, the date of birth, the number of a document. */
      compared: {
        arabic?: string;
        birthDate?: string;
        documentNo?: string;
        latin?: string;
      };
      descriptions: components['schemas']['InBothLanguages'];
      fingerprint: string;
      name: string;
      /** @description The field of it that is the reference of the case. */
      naturalKey: string;
      /** @description The command that opens a case. */
      opening: string;
      titles: components['schemas']['InBothLanguages'];
      /** @description Texts of it are missing or wrong. A name that has no text stands for itself, and a case is opened only in data that were begun to try it in. */
      underConstruction: boolean;
      version: number;
    };
    /** @description How much open work each officer has, in the cases that the reader sees. Each number is the total of a list that the reader sees, exactly. */
    Workload: {
      /** @description By what time it is told what is overdue. */
      asOf: components['schemas']['Instant'];
      /** @description Nobody, then officers by id: everybody who has an open case that the reader sees, and those without one whom cases can be given to, as far as they are of the unit of the reader and of the facility that is asked for, or of no unit. */
      items: components['schemas']['OfficerLoad'][];
      /** @description How far the views were that were counted. */
      position: components['schemas']['Position'];
    };
    /**
     * @description A time zone of the IANA database.
     * @example Asia/Baghdad
     */
    Zone: string;
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getAccount: {
    parameters: {
      query?: never;
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The account as it is now. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Account'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  acceptInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "code": "7KQ2M-0XR4T-5HJ8W-QZ3N6-V1B9C-E7TRA",
         *       "password": "a password of twelve or more"
         *     }
         */
        'application/json': components['schemas']['UsedInvitation'];
      };
    };
    responses: {
      /** @description The session. It comes with a cookie. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, LOCAL_ACCOUNTS_OFF */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ACCOUNT_CHANGE_REFUSED, CHANGE_REFUSED */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  addPasskey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Phone",
         *       "credential": {}
         *     }
         */
        'application/json': components['schemas']['NewPasskey'];
      };
    };
    responses: {
      /** @description The account as it is now. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Account'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, FRESH_SIGN_IN_REQUIRED, LOCAL_ACCOUNTS_OFF */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ACCOUNT_CHANGE_REFUSED */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  removePasskey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        passkey: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The account as it is now. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Account'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, FRESH_SIGN_IN_REQUIRED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  offerPasskey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /** @example {} */
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description For the browser. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BrowserOptions'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, FRESH_SIGN_IN_REQUIRED, LOCAL_ACCOUNTS_OFF */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ACCOUNT_CHANGE_REFUSED */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  changePassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "current": "the password of today",
         *       "next": "a password of twelve or more"
         *     }
         */
        'application/json': components['schemas']['NewPassword'];
      };
    };
    responses: {
      /** @description The account as it is now. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Account'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED, SIGN_IN_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, LOCAL_ACCOUNTS_OFF */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ACCOUNT_CHANGE_REFUSED */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Figures for the dashboard",
         *       "scopes": [
         *         "read"
         *       ],
         *       "days": 90
         *     }
         */
        'application/json': components['schemas']['NewToken'];
      };
    };
    responses: {
      /** @description The token. */
      201: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreatedToken'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, FRESH_SIGN_IN_REQUIRED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  removeToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The account as it is now. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Account'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  offerTotp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /** @example {} */
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description For the app. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TotpOffer'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, FRESH_SIGN_IN_REQUIRED, LOCAL_ACCOUNTS_OFF */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ACCOUNT_CHANGE_REFUSED */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  removeTotp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The account as it is now. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Account'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, FRESH_SIGN_IN_REQUIRED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  confirmTotp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "code": "123456"
         *     }
         */
        'application/json': components['schemas']['OneTimeCode'];
      };
    };
    responses: {
      /** @description The account as it is now. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Account'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, FRESH_SIGN_IN_REQUIRED, LOCAL_ACCOUNTS_OFF */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ACCOUNT_CHANGE_REFUSED */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listAccounts: {
    parameters: {
      query?: never;
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The accounts. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountList'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listAuditEntries: {
    parameters: {
      query?: {
        /** @description Who recorded, sent or looked. */
        actor?: components['schemas']['AskedPerson'];
        /** @description Wait until the views have reached this position, such as that of your own command. */
        atLeast?: components['schemas']['Position'];
        /** @description Only of this case. */
        case?: components['schemas']['CaseId'];
        cursor?: components['schemas']['Cursor'];
        /** @description At this moment or later. */
        from?: components['schemas']['GivenInstant'];
        /** @description Only these, separated by commas: `recorded` events, `refused` commands, what was `looked` at. Left out: all that you may see. */
        kinds?: string;
        /** @description How many items at the most: 1 to 500. */
        limit?: number;
        order?: 'newest' | 'oldest';
        /** @description At this moment or earlier. */
        to?: components['schemas']['GivenInstant'];
        /** @description Only of this workflow. What was looked at is of no workflow, and is left out. */
        workflow?: components['schemas']['Name'];
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of entries. */
      200: {
        headers: {
          /** @description RFC 8288: `rel="next"`, where there is a next page. */
          Link?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditEntryPage'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, READ_NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getEntryFacets: {
    parameters: {
      query?: {
        /** @description Who recorded, sent or looked. */
        actor?: components['schemas']['AskedPerson'];
        /** @description Wait until the views have reached this position, such as that of your own command. */
        atLeast?: components['schemas']['Position'];
        /** @description `all`: bars of all lines of the list, whatever `from` and `to` say, so that a period can be chosen among them. `period`: only of the days between these. */
        bars?: 'all' | 'period';
        /** @description Only of this case. */
        case?: components['schemas']['CaseId'];
        /** @description At this moment or later. */
        from?: components['schemas']['GivenInstant'];
        /** @description Only these, separated by commas: `recorded` events, `refused` commands, what was `looked` at. Left out: all that you may see. */
        kinds?: string;
        /** @description At this moment or earlier. */
        to?: components['schemas']['GivenInstant'];
        /** @description Only of this workflow. What was looked at is of no workflow, and is left out. */
        workflow?: components['schemas']['Name'];
        /** @description Days of the bars begin and end in it. Left out: that of the workflow. */
        zone?: components['schemas']['Zone'];
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The numbers. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntryFacets'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, READ_NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listAuditEvents: {
    parameters: {
      query?: {
        actor?: components['schemas']['AskedPerson'];
        /** @description Wait until the views have reached this position, such as that of your own command. */
        atLeast?: components['schemas']['Position'];
        case?: components['schemas']['CaseId'];
        command?: components['schemas']['Name'];
        cursor?: components['schemas']['Cursor'];
        /** @description Recorded at this moment or later. */
        from?: components['schemas']['GivenInstant'];
        /** @description How many items at the most: 1 to 500. */
        limit?: number;
        order?: 'newest' | 'oldest';
        /** @description The role in which they acted. */
        role?: components['schemas']['Name'];
        /** @description Recorded at this moment or earlier. */
        to?: components['schemas']['GivenInstant'];
        type?: components['schemas']['Name'];
        workflow?: components['schemas']['Name'];
      };
      header?: {
        /** @description An `ETag` that is known: 304 if it still holds. */
        'If-None-Match'?: string;
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of events. */
      200: {
        headers: {
          /** @description Send it as `If-None-Match` to hear whether anything changed. */
          ETag?: string;
          /** @description RFC 8288: `rel="next"`, where there is a next page. */
          Link?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditEventPage'];
        };
      };
      /** @description It has not changed. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getAuditEventFacets: {
    parameters: {
      query?: {
        actor?: components['schemas']['AskedPerson'];
        /** @description Wait until the views have reached this position, such as that of your own command. */
        atLeast?: components['schemas']['Position'];
        /** @description `all`: bars of all lines of the list, whatever `from` and `to` say, so that a period can be chosen among them. `period`: only of the days between these. */
        bars?: 'all' | 'period';
        case?: components['schemas']['CaseId'];
        command?: components['schemas']['Name'];
        /** @description Recorded at this moment or later. */
        from?: components['schemas']['GivenInstant'];
        /** @description The role in which they acted. */
        role?: components['schemas']['Name'];
        /** @description Recorded at this moment or earlier. */
        to?: components['schemas']['GivenInstant'];
        type?: components['schemas']['Name'];
        workflow?: components['schemas']['Name'];
        /** @description Days of the bars begin and end in it. Left out: that of the workflow. */
        zone?: components['schemas']['Zone'];
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The numbers. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditEventFacets'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listReads: {
    parameters: {
      query?: {
        /** @description Who read. */
        actor?: components['schemas']['AskedPerson'];
        /** @description `true`: only reads under emergency access. */
        breakGlass?: 'true';
        /** @description Entries that name this case. */
        case?: components['schemas']['CaseId'];
        /** @description A data class that was handed over. */
        class?: components['schemas']['Name'];
        cursor?: components['schemas']['Cursor'];
        /** @description Read at this moment or later. */
        from?: components['schemas']['GivenInstant'];
        /** @description How many items at the most: 1 to 500. */
        limit?: number;
        /** @description What was asked, such as `getCase`: one that an entry has. */
        operation?: string;
        order?: 'newest' | 'oldest';
        purpose?: components['schemas']['Name'];
        /** @description Read at this moment or earlier. */
        to?: components['schemas']['GivenInstant'];
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of entries. */
      200: {
        headers: {
          /** @description RFC 8288: `rel="next"`, where there is a next page. */
          Link?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReadEntryPage'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, READ_NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getReadFacets: {
    parameters: {
      query?: {
        /** @description Who read. */
        actor?: components['schemas']['AskedPerson'];
        /** @description `all`: bars of all lines of the list, whatever `from` and `to` say, so that a period can be chosen among them. `period`: only of the days between these. */
        bars?: 'all' | 'period';
        /** @description `true`: only reads under emergency access. */
        breakGlass?: 'true';
        /** @description Entries that name this case. */
        case?: components['schemas']['CaseId'];
        /** @description A data class that was handed over. */
        class?: components['schemas']['Name'];
        /** @description Read at this moment or later. */
        from?: components['schemas']['GivenInstant'];
        /** @description What was asked, such as `getCase`: one that an entry has. */
        operation?: string;
        purpose?: components['schemas']['Name'];
        /** @description Read at this moment or earlier. */
        to?: components['schemas']['GivenInstant'];
        /** @description Days of the bars begin and end in it. Left out: that of the workflow. */
        zone?: components['schemas']['Zone'];
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The numbers. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReadFacets'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, READ_NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listRefusals: {
    parameters: {
      query?: {
        actor?: components['schemas']['AskedPerson'];
        /** @description Wait until the views have reached this position, such as that of your own command. */
        atLeast?: components['schemas']['Position'];
        case?: components['schemas']['CaseId'];
        code?: components['schemas']['Name'];
        command?: components['schemas']['Name'];
        cursor?: components['schemas']['Cursor'];
        /** @description Recorded at this moment or later. */
        from?: components['schemas']['GivenInstant'];
        /** @description How many items at the most: 1 to 500. */
        limit?: number;
        order?: 'newest' | 'oldest';
        /** @description The role in which they acted. */
        role?: components['schemas']['Name'];
        /** @description Recorded at this moment or earlier. */
        to?: components['schemas']['GivenInstant'];
        workflow?: components['schemas']['Name'];
      };
      header?: {
        /** @description An `ETag` that is known: 304 if it still holds. */
        'If-None-Match'?: string;
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of refusals. */
      200: {
        headers: {
          /** @description Send it as `If-None-Match` to hear whether anything changed. */
          ETag?: string;
          /** @description RFC 8288: `rel="next"`, where there is a next page. */
          Link?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RefusalPage'];
        };
      };
      /** @description It has not changed. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getRefusalFacets: {
    parameters: {
      query?: {
        actor?: components['schemas']['AskedPerson'];
        /** @description Wait until the views have reached this position, such as that of your own command. */
        atLeast?: components['schemas']['Position'];
        /** @description `all`: bars of all lines of the list, whatever `from` and `to` say, so that a period can be chosen among them. `period`: only of the days between these. */
        bars?: 'all' | 'period';
        case?: components['schemas']['CaseId'];
        code?: components['schemas']['Name'];
        command?: components['schemas']['Name'];
        /** @description Recorded at this moment or later. */
        from?: components['schemas']['GivenInstant'];
        /** @description The role in which they acted. */
        role?: components['schemas']['Name'];
        /** @description Recorded at this moment or earlier. */
        to?: components['schemas']['GivenInstant'];
        workflow?: components['schemas']['Name'];
        /** @description Days of the bars begin and end in it. Left out: that of the workflow. */
        zone?: components['schemas']['Zone'];
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The numbers. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RefusalFacets'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listRulesNotKept: {
    parameters: {
      query?: {
        actor?: components['schemas']['AskedPerson'];
        /** @description Wait until the views have reached this position, such as that of your own command. */
        atLeast?: components['schemas']['Position'];
        case?: components['schemas']['CaseId'];
        command?: components['schemas']['Name'];
        cursor?: components['schemas']['Cursor'];
        /** @description Recorded at this moment or later. */
        from?: components['schemas']['GivenInstant'];
        /** @description The rule. */
        guard?: components['schemas']['Name'];
        /** @description How many items at the most: 1 to 500. */
        limit?: number;
        order?: 'newest' | 'oldest';
        /** @description The role in which they acted. */
        role?: components['schemas']['Name'];
        /** @description Recorded at this moment or earlier. */
        to?: components['schemas']['GivenInstant'];
        type?: components['schemas']['Name'];
        workflow?: components['schemas']['Name'];
      };
      header?: {
        /** @description An `ETag` that is known: 304 if it still holds. */
        'If-None-Match'?: string;
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of rules, each with its event. */
      200: {
        headers: {
          /** @description Send it as `If-None-Match` to hear whether anything changed. */
          ETag?: string;
          /** @description RFC 8288: `rel="next"`, where there is a next page. */
          Link?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleNotKeptPage'];
        };
      };
      /** @description It has not changed. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, READ_NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getRuleFacets: {
    parameters: {
      query?: {
        actor?: components['schemas']['AskedPerson'];
        /** @description Wait until the views have reached this position, such as that of your own command. */
        atLeast?: components['schemas']['Position'];
        /** @description `all`: bars of all lines of the list, whatever `from` and `to` say, so that a period can be chosen among them. `period`: only of the days between these. */
        bars?: 'all' | 'period';
        case?: components['schemas']['CaseId'];
        command?: components['schemas']['Name'];
        /** @description Recorded at this moment or later. */
        from?: components['schemas']['GivenInstant'];
        /** @description The rule. */
        guard?: components['schemas']['Name'];
        /** @description The role in which they acted. */
        role?: components['schemas']['Name'];
        /** @description Recorded at this moment or earlier. */
        to?: components['schemas']['GivenInstant'];
        type?: components['schemas']['Name'];
        workflow?: components['schemas']['Name'];
        /** @description Days of the bars begin and end in it. Left out: that of the workflow. */
        zone?: components['schemas']['Zone'];
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The numbers. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleFacets'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, READ_NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  findDuplicates: {
    parameters: {
      query?: never;
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "workflow": "officer-case",
         *       "data": {
         *         "nameLatin": "Mohammed al-Faris",
         *         "birthDate": "1985"
         *       }
         *     }
         */
        'application/json': components['schemas']['DuplicatesRequest'];
      };
    };
    responses: {
      /** @description The cases. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DuplicatesFound'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  searchCases: {
    parameters: {
      query?: {
        /** @description For so many days in its innermost state, at the moment that is asked for: at least the first number, and less than the second where there is one. */
        age?: string;
        /** @description As it was at this moment. */
        asOf?: components['schemas']['GivenInstant'];
        assignee?: components['schemas']['AskedAssignee'];
        /** @description Wait until the views have reached this position, such as that of your own command. */
        atLeast?: components['schemas']['Position'];
        clock?: components['schemas']['Clock'];
        cursor?: components['schemas']['Cursor'];
        /** @description This deadline runs. */
        deadline?: components['schemas']['Name'];
        /** @description The earliest date that runs (`nextDeadline`) is before this moment. `overdue`: it has passed. `soon`: it has not passed and is before the end of the seventh day, today being the first, as days are counted in the zone of the workflow that is named, else of the first one. */
        due?: string;
        /** @description The earliest date that runs (`nextDeadline`) is at this moment or later. */
        dueFrom?: components['schemas']['GivenInstant'];
        /** @description Where the cases were at a moment before that of the list, in the same clock: a state, whose sub-states belong to it, of the workflow that is named, else of the first one; `none`: they had not entered yet. Where `asOf` is left out, the list is that of now, with the columns and the order of a past moment. */
        earlier?: string;
        facility?: components['schemas']['AskedCode'];
        /** @description Only these fields, separated by commas: caseId, workflow, reference, subject, state, subState, facility, outcome, tags, assignee, assigneeName, since, updatedAt, revision, nextDeadline, overdue, waitingOn, withheld. */
        fields?: string;
        /** @description Only these cases, up to 200 ids separated by commas. */
        ids?: string;
        /** @description How many items at the most: 1 to 500. */
        limit?: number;
        /** @description Cases that went from one innermost state to another after a moment, and until that of the list, in the same clock: those that `GET /population/moves` counts. A case that went twice is there once. The states are those of the workflow that is named, else of the first one. Where `asOf` is left out, it is as for `earlier`. */
        moved?: string;
        /** @description `true`: in a state in which the procedure goes on. `false`: in one in which it may rest for ever (`isEnd`). */
        open?: 'true' | 'false';
        outcome?: components['schemas']['AskedCode'];
        reference?: components['schemas']['Reference'];
        /** @description In its innermost state since before this moment. */
        sinceBefore?: components['schemas']['GivenInstant'];
        /** @description With `-` before it, downwards. Cases without a due date are last in `due`. `subject` is by the Latin spelling of names, `subjectArabic` by the Arabic one, both by letters alone; only who sees names sorts by them. `state` is by dotted paths; in `assignee`, cases of nobody are first; within a state or an officer, by reference. Left out: by `due` beside `due` or `dueFrom`, else by `reference`. At a past moment only `reference`. */
        sort?:
          | 'reference'
          | '-reference'
          | 'due'
          | '-due'
          | 'since'
          | '-since'
          | 'updated'
          | '-updated'
          | 'subject'
          | '-subject'
          | 'subjectArabic'
          | '-subjectArabic'
          | 'state'
          | '-state'
          | 'assignee'
          | '-assignee';
        /** @description In one of these states or their sub-states: dotted paths, separated by commas. */
        state?: string;
        /** @description Only with these tags, separated by commas. Of one tag that is named several times, one of the codes. */
        tag?: string;
        /** @description Its last event was recorded at this moment or later. */
        updatedFrom?: components['schemas']['GivenInstant'];
        /** @description A deadline runs by which one of these roles has to act: names of roles, separated by commas. */
        waitingOn?: string;
        workflow?: components['schemas']['Name'];
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "text": "Mohammed 1985"
         *     }
         */
        'application/json': components['schemas']['CaseSearchRequest'];
      };
    };
    responses: {
      /** @description A page of cases. */
      200: {
        headers: {
          /** @description RFC 8288: `rel="next"`, where there is a next page. */
          Link?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CasePage'] | components['schemas']['CaseFieldsPage'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, READ_NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  searchCaseFacets: {
    parameters: {
      query?: {
        /** @description For so many days in its innermost state, at the moment that is asked for: at least the first number, and less than the second where there is one. */
        age?: string;
        /** @description As it was at this moment. */
        asOf?: components['schemas']['GivenInstant'];
        assignee?: components['schemas']['AskedAssignee'];
        /** @description Wait until the views have reached this position, such as that of your own command. */
        atLeast?: components['schemas']['Position'];
        clock?: components['schemas']['Clock'];
        /** @description This deadline runs. */
        deadline?: components['schemas']['Name'];
        /** @description The earliest date that runs (`nextDeadline`) is before this moment. `overdue`: it has passed. `soon`: it has not passed and is before the end of the seventh day, today being the first, as days are counted in the zone of the workflow that is named, else of the first one. */
        due?: string;
        /** @description The earliest date that runs (`nextDeadline`) is at this moment or later. */
        dueFrom?: components['schemas']['GivenInstant'];
        /** @description Where the cases were at a moment before that of the list, in the same clock: a state, whose sub-states belong to it, of the workflow that is named, else of the first one; `none`: they had not entered yet. Where `asOf` is left out, the list is that of now, with the columns and the order of a past moment. */
        earlier?: string;
        facility?: components['schemas']['AskedCode'];
        /** @description Only these cases, up to 200 ids separated by commas. */
        ids?: string;
        /** @description Cases that went from one innermost state to another after a moment, and until that of the list, in the same clock: those that `GET /population/moves` counts. A case that went twice is there once. The states are those of the workflow that is named, else of the first one. Where `asOf` is left out, it is as for `earlier`. */
        moved?: string;
        /** @description `true`: in a state in which the procedure goes on. `false`: in one in which it may rest for ever (`isEnd`). */
        open?: 'true' | 'false';
        outcome?: components['schemas']['AskedCode'];
        reference?: components['schemas']['Reference'];
        /** @description In its innermost state since before this moment. */
        sinceBefore?: components['schemas']['GivenInstant'];
        /** @description In one of these states or their sub-states: dotted paths, separated by commas. */
        state?: string;
        /** @description Only with these tags, separated by commas. Of one tag that is named several times, one of the codes. */
        tag?: string;
        /** @description Its last event was recorded at this moment or later. */
        updatedFrom?: components['schemas']['GivenInstant'];
        /** @description A deadline runs by which one of these roles has to act: names of roles, separated by commas. */
        waitingOn?: string;
        workflow?: components['schemas']['Name'];
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "text": "Mohammed 1985"
         *     }
         */
        'application/json': components['schemas']['CaseSearchRequest'];
      };
    };
    responses: {
      /** @description The numbers. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CaseFacets'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, READ_NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listCases: {
    parameters: {
      query?: {
        /** @description For so many days in its innermost state, at the moment that is asked for: at least the first number, and less than the second where there is one. */
        age?: string;
        /** @description As it was at this moment. */
        asOf?: components['schemas']['GivenInstant'];
        assignee?: components['schemas']['AskedAssignee'];
        /** @description Wait until the views have reached this position, such as that of your own command. */
        atLeast?: components['schemas']['Position'];
        clock?: components['schemas']['Clock'];
        cursor?: components['schemas']['Cursor'];
        /** @description This deadline runs. */
        deadline?: components['schemas']['Name'];
        /** @description The earliest date that runs (`nextDeadline`) is before this moment. `overdue`: it has passed. `soon`: it has not passed and is before the end of the seventh day, today being the first, as days are counted in the zone of the workflow that is named, else of the first one. */
        due?: string;
        /** @description The earliest date that runs (`nextDeadline`) is at this moment or later. */
        dueFrom?: components['schemas']['GivenInstant'];
        /** @description Where the cases were at a moment before that of the list, in the same clock: a state, whose sub-states belong to it, of the workflow that is named, else of the first one; `none`: they had not entered yet. Where `asOf` is left out, the list is that of now, with the columns and the order of a past moment. */
        earlier?: string;
        facility?: components['schemas']['AskedCode'];
        /** @description Only these fields, separated by commas: caseId, workflow, reference, subject, state, subState, facility, outcome, tags, assignee, assigneeName, since, updatedAt, revision, nextDeadline, overdue, waitingOn, withheld. */
        fields?: string;
        /** @description Only these cases, up to 200 ids separated by commas. */
        ids?: string;
        /** @description How many items at the most: 1 to 500. */
        limit?: number;
        /** @description Cases that went from one innermost state to another after a moment, and until that of the list, in the same clock: those that `GET /population/moves` counts. A case that went twice is there once. The states are those of the workflow that is named, else of the first one. Where `asOf` is left out, it is as for `earlier`. */
        moved?: string;
        /** @description `true`: in a state in which the procedure goes on. `false`: in one in which it may rest for ever (`isEnd`). */
        open?: 'true' | 'false';
        outcome?: components['schemas']['AskedCode'];
        q?: components['schemas']['ReferenceText'];
        reference?: components['schemas']['Reference'];
        /** @description In its innermost state since before this moment. */
        sinceBefore?: components['schemas']['GivenInstant'];
        /** @description With `-` before it, downwards. Cases without a due date are last in `due`. `subject` is by the Latin spelling of names, `subjectArabic` by the Arabic one, both by letters alone; only who sees names sorts by them. `state` is by dotted paths; in `assignee`, cases of nobody are first; within a state or an officer, by reference. Left out: by `due` beside `due` or `dueFrom`, else by `reference`. At a past moment only `reference`. */
        sort?:
          | 'reference'
          | '-reference'
          | 'due'
          | '-due'
          | 'since'
          | '-since'
          | 'updated'
          | '-updated'
          | 'subject'
          | '-subject'
          | 'subjectArabic'
          | '-subjectArabic'
          | 'state'
          | '-state'
          | 'assignee'
          | '-assignee';
        /** @description In one of these states or their sub-states: dotted paths, separated by commas. */
        state?: string;
        /** @description Only with these tags, separated by commas. Of one tag that is named several times, one of the codes. */
        tag?: string;
        /** @description Its last event was recorded at this moment or later. */
        updatedFrom?: components['schemas']['GivenInstant'];
        /** @description A deadline runs by which one of these roles has to act: names of roles, separated by commas. */
        waitingOn?: string;
        workflow?: components['schemas']['Name'];
      };
      header?: {
        /** @description An `ETag` that is known: 304 if it still holds. */
        'If-None-Match'?: string;
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of cases. */
      200: {
        headers: {
          /** @description Send it as `If-None-Match` to hear whether anything changed. */
          ETag?: string;
          /** @description RFC 8288: `rel="next"`, where there is a next page. */
          Link?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CasePage'] | components['schemas']['CaseFieldsPage'];
        };
      };
      /** @description It has not changed. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, READ_NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCase: {
    parameters: {
      query?: {
        /** @description As it was at this moment. */
        asOf?: components['schemas']['GivenInstant'];
        /** @description Wait until the views have reached this position, such as that of your own command. */
        atLeast?: components['schemas']['Position'];
        clock?: components['schemas']['Clock'];
        /** @description After this event. */
        revision?: components['schemas']['Revision'];
      };
      header?: {
        /** @description An `ETag` that is known: 304 if it still holds. */
        'If-None-Match'?: string;
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path: {
        caseId: components['schemas']['CaseId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The case. */
      200: {
        headers: {
          /** @description The revision and a hash of the answer, for `If-Match` and `If-None-Match`. */
          ETag?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CaseFile'];
        };
      };
      /** @description It has not changed. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description CASE_NOT_FOUND, CASE_NOT_OPEN_YET */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT, HISTORY_DIVERGED */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getAccessReport: {
    parameters: {
      query?: never;
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path: {
        caseId: components['schemas']['CaseId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The report. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccessReport'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, READ_NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description CASE_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getAccessReportPage: {
    parameters: {
      query?: never;
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path: {
        caseId: components['schemas']['CaseId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The page. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, READ_NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description CASE_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCommands: {
    parameters: {
      query?: {
        /** @description For whom; else for who asks. */
        actor?: components['schemas']['AskedPerson'];
        /** @description As it was at this moment. */
        asOf?: components['schemas']['GivenInstant'];
        /** @description Wait until the views have reached this position, such as that of your own command. */
        atLeast?: components['schemas']['Position'];
        clock?: components['schemas']['Clock'];
        /** @description `none`: without the forms. */
        forms?: 'all' | 'none';
        /** @description After this event. */
        revision?: components['schemas']['Revision'];
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path: {
        caseId: components['schemas']['CaseId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The commands. */
      200: {
        headers: {
          /** @description The revision and a hash of the answer, for `If-Match`. */
          ETag?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CaseCommands'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description CASE_NOT_FOUND, CASE_NOT_OPEN_YET */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT, HISTORY_DIVERGED */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  sendCommand: {
    parameters: {
      query?: {
        /** @description Answer what it would lead to, or why it would be refused, and record nothing. */
        dryRun?: 'true' | 'false';
      };
      header?: {
        /** @description The same key with the same content is recorded once and answered alike, also after a restart. */
        'Idempotency-Key'?: string;
        /** @description The `ETag` of the case as it was read. Another one now: 412. */
        'If-Match'?: string;
        /** @description Kept with the events and in the log, and sent back. */
        'X-Correlation-Id'?: components['schemas']['Id'];
      };
      path: {
        caseId: components['schemas']['CaseId'];
        command: components['schemas']['Name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "data": {
         *         "facility": "RUTBA",
         *         "orderNo": "TO-17"
         *       },
         *       "occurredAt": "2024-12-09T10:00:00+03:00"
         *     }
         */
        'application/json': components['schemas']['CommandRequest'];
      };
    };
    responses: {
      /** @description The command is recorded. With `dryRun=true`: what it would lead to. */
      200: {
        headers: {
          /** @description The revision the case has now. */
          ETag?: string;
          /** @description `true` when the command had been recorded before under the same key. */
          'Idempotency-Replayed'?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json':
            components['schemas']['CommandAccepted'] | components['schemas']['CommandForeseen'];
        };
      };
      /** @description The command needs a second person. It waits for them as a proposal. */
      202: {
        headers: {
          /** @description `true` when the command had been recorded before under the same key. */
          'Idempotency-Replayed'?: string;
          /** @description The proposal. */
          Location?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProposalMade'];
        };
      };
      /** @description REQUEST_INVALID, COMMAND_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, NOT_PERMITTED, FRESH_SIGN_IN_REQUIRED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNKNOWN_COMMAND, CASE_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WRONG_STATE, COMMAND_REFUSED, OCCURRED_BEFORE_LAST_EVENT, OCCURRED_BEFORE_CASE, OCCURRED_IN_FUTURE, REVISION_CONFLICT, HEARD_UNDECIDED, HEARD_RECORDED, CASE_EXISTS */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SUBJECT_ERASED */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REVISION_CONFLICT */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE, APPEND_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description COMMAND_ID_REUSED */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT, HISTORY_DIVERGED */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE, CLOCK_IMPLAUSIBLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getDraft: {
    parameters: {
      query?: never;
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path: {
        caseId: components['schemas']['CaseId'];
        command: components['schemas']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The draft. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Draft'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description CASE_NOT_FOUND, UNKNOWN_COMMAND, DRAFT_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  keepDraft: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseId: components['schemas']['CaseId'];
        command: components['schemas']['Name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "version": "0",
         *       "content": {
         *         "answers": {
         *           "facility": "RUTBA"
         *         },
         *         "occurredAt": "",
         *         "onBehalfOf": "",
         *         "revision": "7",
         *         "key": "0d9bd3f2-6a3b-4f0e-9a3e-1f6f2f9f6a11"
         *       }
         *     }
         */
        'application/json': components['schemas']['DraftToKeep'];
      };
    };
    responses: {
      /** @description It is kept. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftHead'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description CASE_NOT_FOUND, UNKNOWN_COMMAND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description DRAFT_CHANGED, DRAFTS_TOO_MANY */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SUBJECT_ERASED */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  removeDraft: {
    parameters: {
      query: {
        /** @description The version that is meant. Another one is DRAFT_CHANGED. */
        version: components['schemas']['DraftVersion'];
      };
      header?: never;
      path: {
        caseId: components['schemas']['CaseId'];
        command: components['schemas']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is gone. */
      204: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description DRAFT_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description DRAFT_CHANGED */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  takeEmergencyAccess: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseId: components['schemas']['CaseId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "trigger": "medicalEmergency",
         *       "text": "Collapsed at the gate; the doctor on duty asks for allergies.",
         *       "minutes": 60
         *     }
         */
        'application/json': components['schemas']['EmergencyRequest'];
      };
    };
    responses: {
      /** @description The access, as it was recorded. */
      201: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EmergencyAccess'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, FRESH_SIGN_IN_REQUIRED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description CASE_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description EMERGENCY_REFUSED */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SUBJECT_ERASED */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getErasure: {
    parameters: {
      query?: never;
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path: {
        caseId: components['schemas']['CaseId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The certificate. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErasureCertificate'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description CASE_NOT_FOUND, ERASURE_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT, HISTORY_DIVERGED */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getHistory: {
    parameters: {
      query?: {
        /** @description As it was at this moment. */
        asOf?: components['schemas']['GivenInstant'];
        /** @description Wait until the views have reached this position, such as that of your own command. */
        atLeast?: components['schemas']['Position'];
        clock?: components['schemas']['Clock'];
        cursor?: components['schemas']['Cursor'];
        /** @description How many items at the most: 1 to 500. */
        limit?: number;
        /** @description Which event comes first. The pages go on in that order. */
        order?: 'oldest' | 'newest';
        /** @description After this event. */
        revision?: components['schemas']['Revision'];
        /** @description Only events of these types, separated by commas. */
        type?: string;
      };
      header?: {
        /** @description An `ETag` that is known: 304 if it still holds. */
        'If-None-Match'?: string;
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path: {
        caseId: components['schemas']['CaseId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of events. */
      200: {
        headers: {
          /** @description Send it as `If-None-Match` to hear whether anything changed. */
          ETag?: string;
          /** @description RFC 8288: `rel="next"`, where there is a next page. */
          Link?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HistoryPage'];
        };
      };
      /** @description It has not changed. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description CASE_NOT_FOUND, CASE_NOT_OPEN_YET */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT, HISTORY_DIVERGED */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listCaseProposals: {
    parameters: {
      query?: {
        cursor?: components['schemas']['Cursor'];
        /** @description How many items at the most: 1 to 500. */
        limit?: number;
        status?: components['schemas']['ProposalStatus'];
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path: {
        caseId: components['schemas']['CaseId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of proposals. */
      200: {
        headers: {
          /** @description RFC 8288: `rel="next"`, where there is a next page. */
          Link?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CaseProposals'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description CASE_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT, HISTORY_DIVERGED */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getProposal: {
    parameters: {
      query?: never;
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path: {
        caseId: components['schemas']['CaseId'];
        proposalId: components['schemas']['ProposalId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The proposal. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProposalFile'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description CASE_NOT_FOUND, PROPOSAL_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT, HISTORY_DIVERGED */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  confirmProposal: {
    parameters: {
      query?: never;
      header?: {
        /** @description Kept with the events and in the log, and sent back. */
        'X-Correlation-Id'?: components['schemas']['Id'];
      };
      path: {
        caseId: components['schemas']['CaseId'];
        proposalId: components['schemas']['ProposalId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "contentHash": "q1Yw0nVQ0m3j5sJb7pXr2kT9uLzA4cE6gI8fD1hN0oM"
         *     }
         */
        'application/json': components['schemas']['ConfirmationRequest'];
      };
    };
    responses: {
      /** @description The step is recorded in its case. */
      200: {
        headers: {
          /** @description The revision the case has now. */
          ETag?: string;
          /** @description `true` when the same person had confirmed it before. */
          'Idempotency-Replayed'?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandAccepted'];
        };
      };
      /** @description REQUEST_INVALID, COMMAND_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, FRESH_SIGN_IN_REQUIRED, NOT_PERMITTED, SECOND_PERSON_INVALID, PROPOSER_NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNKNOWN_COMMAND, PROPOSAL_NOT_FOUND, CASE_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WRONG_STATE, COMMAND_REFUSED, OCCURRED_BEFORE_LAST_EVENT, OCCURRED_BEFORE_CASE, OCCURRED_IN_FUTURE, REVISION_CONFLICT, HEARD_UNDECIDED, HEARD_RECORDED, PROPOSAL_CLOSED, CASE_EXISTS, PROPOSAL_CONTENT_DIFFERS, PROPOSAL_OUTDATED, WORKFLOW_UNDER_CONSTRUCTION */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SUBJECT_ERASED */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REVISION_CONFLICT */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE, APPEND_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description COMMAND_ID_REUSED */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT, HISTORY_DIVERGED */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE, CLOCK_IMPLAUSIBLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  rejectProposal: {
    parameters: {
      query?: never;
      header?: {
        /** @description Kept with the events and in the log, and sent back. */
        'X-Correlation-Id'?: components['schemas']['Id'];
      };
      path: {
        caseId: components['schemas']['CaseId'];
        proposalId: components['schemas']['ProposalId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "The interpreter was not sworn in."
         *     }
         */
        'application/json': components['schemas']['RejectionRequest'];
      };
    };
    responses: {
      /** @description The proposal is over. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProposalEnded'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, SECOND_PERSON_INVALID */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description PROPOSAL_NOT_FOUND, CASE_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description PROPOSAL_CLOSED */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE, APPEND_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT, HISTORY_DIVERGED */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE, CLOCK_IMPLAUSIBLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  withdrawProposal: {
    parameters: {
      query?: never;
      header?: {
        /** @description Kept with the events and in the log, and sent back. */
        'X-Correlation-Id'?: components['schemas']['Id'];
      };
      path: {
        caseId: components['schemas']['CaseId'];
        proposalId: components['schemas']['ProposalId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "The wrong case."
         *     }
         */
        'application/json': components['schemas']['WithdrawalRequest'];
      };
    };
    responses: {
      /** @description The proposal is over. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProposalEnded'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, PROPOSAL_OF_ANOTHER */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description PROPOSAL_NOT_FOUND, CASE_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description PROPOSAL_CLOSED */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE, APPEND_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT, HISTORY_DIVERGED */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE, CLOCK_IMPLAUSIBLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getReplay: {
    parameters: {
      query?: {
        /** @description As it was at this moment. */
        asOf?: components['schemas']['GivenInstant'];
        /** @description Wait until the views have reached this position, such as that of your own command. */
        atLeast?: components['schemas']['Position'];
        clock?: components['schemas']['Clock'];
        cursor?: components['schemas']['Cursor'];
        /** @description How many items at the most: 1 to 500. */
        limit?: number;
        /** @description After this event. */
        revision?: components['schemas']['Revision'];
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path: {
        caseId: components['schemas']['CaseId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of steps. */
      200: {
        headers: {
          /** @description RFC 8288: `rel="next"`, where there is a next page. */
          Link?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CaseReplay'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description CASE_NOT_FOUND, CASE_NOT_OPEN_YET */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT, HISTORY_DIVERGED */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  findCaseByReference: {
    parameters: {
      query?: {
        /** @description Where several workflows have a case of this reference: which one is meant. */
        workflow?: components['schemas']['Name'];
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path: {
        reference: components['schemas']['Reference'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Where the case is. Clients that follow it have the answer of `GET …/cases/{caseId}`. */
      303: {
        headers: {
          /** @description The address of the case. */
          Location?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            caseId: components['schemas']['CaseId'];
          };
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description CASE_NOT_FOUND, WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCaseFacets: {
    parameters: {
      query?: {
        /** @description For so many days in its innermost state, at the moment that is asked for: at least the first number, and less than the second where there is one. */
        age?: string;
        /** @description As it was at this moment. */
        asOf?: components['schemas']['GivenInstant'];
        assignee?: components['schemas']['AskedAssignee'];
        /** @description Wait until the views have reached this position, such as that of your own command. */
        atLeast?: components['schemas']['Position'];
        clock?: components['schemas']['Clock'];
        /** @description This deadline runs. */
        deadline?: components['schemas']['Name'];
        /** @description The earliest date that runs (`nextDeadline`) is before this moment. `overdue`: it has passed. `soon`: it has not passed and is before the end of the seventh day, today being the first, as days are counted in the zone of the workflow that is named, else of the first one. */
        due?: string;
        /** @description The earliest date that runs (`nextDeadline`) is at this moment or later. */
        dueFrom?: components['schemas']['GivenInstant'];
        /** @description Where the cases were at a moment before that of the list, in the same clock: a state, whose sub-states belong to it, of the workflow that is named, else of the first one; `none`: they had not entered yet. Where `asOf` is left out, the list is that of now, with the columns and the order of a past moment. */
        earlier?: string;
        facility?: components['schemas']['AskedCode'];
        /** @description Only these cases, up to 200 ids separated by commas. */
        ids?: string;
        /** @description Cases that went from one innermost state to another after a moment, and until that of the list, in the same clock: those that `GET /population/moves` counts. A case that went twice is there once. The states are those of the workflow that is named, else of the first one. Where `asOf` is left out, it is as for `earlier`. */
        moved?: string;
        /** @description `true`: in a state in which the procedure goes on. `false`: in one in which it may rest for ever (`isEnd`). */
        open?: 'true' | 'false';
        outcome?: components['schemas']['AskedCode'];
        q?: components['schemas']['ReferenceText'];
        reference?: components['schemas']['Reference'];
        /** @description In its innermost state since before this moment. */
        sinceBefore?: components['schemas']['GivenInstant'];
        /** @description In one of these states or their sub-states: dotted paths, separated by commas. */
        state?: string;
        /** @description Only with these tags, separated by commas. Of one tag that is named several times, one of the codes. */
        tag?: string;
        /** @description Its last event was recorded at this moment or later. */
        updatedFrom?: components['schemas']['GivenInstant'];
        /** @description A deadline runs by which one of these roles has to act: names of roles, separated by commas. */
        waitingOn?: string;
        workflow?: components['schemas']['Name'];
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The numbers. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CaseFacets'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCounts: {
    parameters: {
      query?: {
        /** @description Wait until the views have reached this position. */
        atLeast?: components['schemas']['Position'];
        /** @description Left out: of all workflows. */
        workflow?: components['schemas']['Name'];
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The numbers. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Counts'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listDrafts: {
    parameters: {
      query?: {
        /** @description Only those of this case. */
        caseId?: components['schemas']['CaseId'];
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The drafts, the one kept last first. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftList'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description CASE_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listEmergencyAccess: {
    parameters: {
      query?: {
        /** @description `true`: only what waits for the reader. */
        waiting?: 'true' | 'false';
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The newest first. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EmergencyList'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  takeEmergencyAccessByReference: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reference": "QAIM-2024-00001",
         *       "trigger": "medicalEmergency",
         *       "text": "Collapsed at the gate; the doctor on duty asks for allergies.",
         *       "minutes": 60
         *     }
         */
        'application/json': components['schemas']['EmergencyByReference'];
      };
    };
    responses: {
      /** @description The access, as it was recorded. */
      201: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EmergencyAccess'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, FRESH_SIGN_IN_REQUIRED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description CASE_NOT_FOUND, WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description EMERGENCY_REFUSED */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  endEmergencyAccess: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        grantId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The access. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EmergencyAccess'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description EMERGENCY_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description EMERGENCY_REFUSED */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SUBJECT_ERASED */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  reviewEmergencyAccess: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        grantId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "verdict": "justified",
         *       "text": "The doctor confirms that the allergies were needed."
         *     }
         */
        'application/json': components['schemas']['EmergencyReview'];
      };
    };
    responses: {
      /** @description The access. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EmergencyAccess'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, FRESH_SIGN_IN_REQUIRED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description EMERGENCY_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description EMERGENCY_REFUSED */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SUBJECT_ERASED */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listExceptions: {
    parameters: {
      query?: {
        /** @description Wait until the views have reached this position. */
        atLeast?: components['schemas']['Position'];
        /** @description How many of each kind are told; all of them are counted. */
        limit?: number;
        /** @description Left out: of all workflows. */
        workflow?: components['schemas']['Name'];
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description By kind, the most pressing first. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExceptionList'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  followFeed: {
    parameters: {
      query?: {
        /** @description Begin after this position; 0 is the beginning. Left out: from now on. `Last-Event-ID` wins. */
        after?: components['schemas']['Position'];
        case?: components['schemas']['CaseId'];
        /** @description What the reader reads for, as `X-Purpose` names it: a browser sends no header with a stream. */
        purpose?: components['schemas']['Name'];
        workflow?: components['schemas']['Name'];
      };
      header?: {
        /** @description The position of the last event that arrived. */
        'Last-Event-Id'?: components['schemas']['Position'];
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A stream that does not end. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  startImport: {
    parameters: {
      query: {
        /** @description The command of every row; a row of JSON Lines may name another one. */
        command: components['schemas']['Name'];
        /** @description Answer the same without recording anything. */
        dryRun?: 'true' | 'false';
        workflow: components['schemas']['Name'];
      };
      header?: {
        /** @description Kept with the events and in the log, and sent back. */
        'X-Correlation-Id'?: components['schemas']['Id'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /** @example {"command":"TransferFacility","registrationNo":"QAIM-2024-00004","by":"sup-01","data":{"facility":"RUTBA","orderNo":"TO-17"}} */
        'application/jsonl': string;
        /** @example {"command":"TransferFacility","registrationNo":"QAIM-2024-00004","by":"sup-01","data":{"facility":"RUTBA","orderNo":"TO-17"}} */
        'application/x-ndjson': string;
        /**
         * @example registrationNo,by,facility,orderNo
         *     QAIM-2024-00004,sup-01,RUTBA,TO-17
         */
        'text/csv': string;
      };
    };
    responses: {
      /** @description The job is queued. */
      202: {
        headers: {
          /** @description The job. */
          Location?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND, UNKNOWN_COMMAND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getInbox: {
    parameters: {
      query?: {
        assignee?: components['schemas']['AskedPerson'];
        /** @description Wait until the views have reached this position, such as that of your own command. */
        atLeast?: components['schemas']['Position'];
        cursor?: components['schemas']['Cursor'];
        dueBefore?: components['schemas']['GivenInstant'];
        /** @description How many items at the most: 1 to 500. */
        limit?: number;
        role?: components['schemas']['Name'];
        workflow?: components['schemas']['Name'];
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of deadlines that run; with the first one, proposals and emergency access. */
      200: {
        headers: {
          /** @description RFC 8288: `rel="next"`, where there is a next page. */
          Link?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InboxPage'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listJobs: {
    parameters: {
      query?: {
        cursor?: components['schemas']['Cursor'];
        kind?: 'import' | 'bulk';
        /** @description How many items at the most: 1 to 500. */
        limit?: number;
        state?: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of jobs. */
      200: {
        headers: {
          /** @description RFC 8288: `rel="next"`, where there is a next page. */
          Link?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobPage'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getJob: {
    parameters: {
      query?: never;
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path: {
        jobId: components['schemas']['JobId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The job. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description JOB_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cancelJob: {
    parameters: {
      query?: never;
      header?: {
        /** @description Kept with the events and in the log, and sent back. */
        'X-Correlation-Id'?: components['schemas']['Id'];
      };
      path: {
        jobId: components['schemas']['JobId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It ends in a moment. */
      202: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description JOB_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description JOB_FINISHED */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  repeatJob: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same content is recorded once and answered alike, also after a restart. */
        'Idempotency-Key'?: string;
        /** @description Kept with the events and in the log, and sent back. */
        'X-Correlation-Id'?: components['schemas']['Id'];
      };
      path: {
        jobId: components['schemas']['JobId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The new job is queued. */
      202: {
        headers: {
          /** @description `true` when the job had been started before under the same key. */
          'Idempotency-Replayed'?: string;
          /** @description The new job. */
          Location?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description REQUEST_INVALID, COMMAND_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description JOB_NOT_FOUND, WORKFLOW_NOT_FOUND, UNKNOWN_COMMAND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description JOB_NOT_ENDED, JOB_NOTHING_LEFT, COMMAND_NOT_IN_BULK */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description JOB_ITEMS_GONE */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description COMMAND_ID_REUSED */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listJobItems: {
    parameters: {
      query?: {
        cursor?: components['schemas']['Cursor'];
        /** @description How many items at the most: 1 to 500. */
        limit?: number;
        status?: 'done' | 'refused' | 'waiting';
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path: {
        jobId: components['schemas']['JobId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of cases. */
      200: {
        headers: {
          /** @description RFC 8288: `rel="next"`, where there is a next page. */
          Link?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobItemPage'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description JOB_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description JOB_ITEMS_GONE */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getRejectedRows: {
    parameters: {
      query?: never;
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path: {
        jobId: components['schemas']['JobId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A CSV file; mended, it can be imported as it is. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description JOB_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getMeta: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The data. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Meta'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listPeople: {
    parameters: {
      query?: {
        /** @description `true`: also those who have left. */
        left?: 'true' | 'false';
        /** @description Only those who hold it. */
        role?: components['schemas']['Name'];
        /** @description Only those of this unit. */
        unit?: string;
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The people. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PersonList'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPerson: {
    parameters: {
      query?: never;
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path: {
        person: components['schemas']['PersonId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The person. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Person'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description PERSON_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPersonAccount: {
    parameters: {
      query?: never;
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path: {
        person: components['schemas']['PersonId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The account as it is now. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Account'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description PERSON_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  removeAccount: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        person: components['schemas']['PersonId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The account as it is now. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Account'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, FRESH_SIGN_IN_REQUIRED, LOCAL_ACCOUNTS_OFF, NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description PERSON_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ACCOUNT_CHANGE_REFUSED */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  changePerson: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        change: components['schemas']['Name'];
        person: components['schemas']['PersonId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "data": {
         *         "role": "supervisor"
         *       }
         *     }
         */
        'application/json': components['schemas']['PersonChange'];
      };
    };
    responses: {
      /** @description The person as they are now. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Person'];
        };
      };
      /** @description REQUEST_INVALID, COMMAND_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, FRESH_SIGN_IN_REQUIRED, NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNKNOWN_COMMAND, PERSON_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description CHANGE_REFUSED */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPersonHistory: {
    parameters: {
      query?: never;
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path: {
        person: components['schemas']['PersonId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The changes, in order. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PersonHistory'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description PERSON_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  invitePerson: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        person: components['schemas']['PersonId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /** @example {} */
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description The code. */
      201: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Invitation'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, FRESH_SIGN_IN_REQUIRED, LOCAL_ACCOUNTS_OFF, NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description PERSON_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  unlinkIssuer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        person: components['schemas']['PersonId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The account as it is now. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Account'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, FRESH_SIGN_IN_REQUIRED, NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description PERSON_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  signOutPerson: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        person: components['schemas']['PersonId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How many sessions were ended. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EndedSessions'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description PERSON_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPopulation: {
    parameters: {
      query?: {
        /** @description As it was at this moment. */
        asOf?: components['schemas']['GivenInstant'];
        /** @description Wait until the views have reached this position, such as that of your own command. */
        atLeast?: components['schemas']['Position'];
        clock?: components['schemas']['Clock'];
        /** @description `events` are those of this moment and later ones, in the clock that is asked for. */
        since?: components['schemas']['GivenInstant'];
        /** @description Only with these tags, separated by commas. Of one tag that is named several times, one of the codes. */
        tag?: string;
        /** @description Left out: the first one registered. */
        workflow?: components['schemas']['Name'];
      };
      header?: {
        /** @description An `ETag` that is known: 304 if it still holds. */
        'If-None-Match'?: string;
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The ledger. */
      200: {
        headers: {
          /** @description Send it as `If-None-Match` to hear whether anything changed. */
          ETag?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Population'];
        };
      };
      /** @description It has not changed. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, READ_NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPopulationAges: {
    parameters: {
      query?: {
        /** @description As it was at this moment. */
        asOf?: components['schemas']['GivenInstant'];
        /** @description Wait until the views have reached this position, such as that of your own command. */
        atLeast?: components['schemas']['Position'];
        clock?: components['schemas']['Clock'];
        /** @description Only with these tags, separated by commas. Of one tag that is named several times, one of the codes. */
        tag?: string;
        /** @description Left out: the first one registered. */
        workflow?: components['schemas']['Name'];
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One entry a state. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PopulationAges'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, READ_NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPopulationFlows: {
    parameters: {
      query: {
        /** @description Wait until the views have reached this position, such as that of your own command. */
        atLeast?: components['schemas']['Position'];
        clock?: components['schemas']['Clock'];
        from: components['schemas']['GivenInstant'];
        /** @description Only cases that have these tags at the second moment. */
        tag?: string;
        to: components['schemas']['GivenInstant'];
        /** @description Left out: the first one registered. */
        workflow?: components['schemas']['Name'];
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The flows, the largest first. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PopulationFlows'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, READ_NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPopulationMoves: {
    parameters: {
      query: {
        /** @description Wait until the views have reached this position, such as that of your own command. */
        atLeast?: components['schemas']['Position'];
        clock?: components['schemas']['Clock'];
        /** @description Moves after this moment. */
        from: components['schemas']['GivenInstant'];
        /** @description Only moves of cases that had these tags after it. */
        tag?: string;
        /** @description And not later than this one. */
        to: components['schemas']['GivenInstant'];
        /** @description Left out: the first one registered. */
        workflow?: components['schemas']['Name'];
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The moves, the most frequent first. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PopulationMoves'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, READ_NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPopulationSeries: {
    parameters: {
      query: {
        /** @description Wait until the views have reached this position, such as that of your own command. */
        atLeast?: components['schemas']['Position'];
        clock?: components['schemas']['Clock'];
        from: components['schemas']['Day'];
        /** @description Only with these tags, separated by commas. Of one tag that is named several times, one of the codes. */
        tag?: string;
        to: components['schemas']['Day'];
        /** @description Left out: the first one registered. */
        workflow?: components['schemas']['Name'];
        /** @description The time zone in which days are counted. Left out: that of the workflow. */
        zone?: components['schemas']['Zone'];
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One entry a day. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PopulationSeries'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, READ_NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listProposals: {
    parameters: {
      query?: {
        /** @description Wait until the views have reached this position. */
        atLeast?: components['schemas']['Position'];
        /** @description What is open and the actor made or may confirm: the proposals of their inbox. */
        concerns?: 'me';
        cursor?: components['schemas']['Cursor'];
        /** @description How many items at the most: 1 to 500. */
        limit?: number;
        /** @description What the actor has proposed. */
        mine?: 'true';
        status?: components['schemas']['ProposalStatus'];
        /** @description What the actor may confirm. */
        waitingFor?: 'me';
        workflow?: components['schemas']['Name'];
      };
      header?: {
        /** @description Kept with the events and in the log, and sent back. */
        'X-Correlation-Id'?: components['schemas']['Id'];
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of proposals. */
      200: {
        headers: {
          /** @description RFC 8288: `rel="next"`, where there is a next page. */
          Link?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProposalPage'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  confirmProposals: {
    parameters: {
      query?: never;
      header?: {
        /** @description Kept with the events and in the log, and sent back. */
        'X-Correlation-Id'?: components['schemas']['Id'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "confirmations": [
         *         {
         *           "caseId": "a4f1e3b2-1f5c-8c3e-9d2a-6b7c8d9e0f10",
         *           "proposalId": "0b7c1d2e-3f40-8a51-9b62-7c8d9e0f1a2b",
         *           "contentHash": "q1Yw0nVQ0m3j5sJb7pXr2kT9uLzA4cE6gI8fD1hN0oM"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['ConfirmationsRequest'];
      };
    };
    responses: {
      /** @description The verdicts, in the order of the request. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConfirmationVerdicts'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, FRESH_SIGN_IN_REQUIRED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listReportedFigures: {
    parameters: {
      query?: {
        cursor?: components['schemas']['Cursor'];
        /** @description How many items at the most: 1 to 100. */
        limit?: number;
        /** @description `true`: also those that were withdrawn. */
        withdrawn?: 'true' | 'false';
        /** @description Left out: the first one registered. */
        workflow?: components['schemas']['Name'];
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of figures. */
      200: {
        headers: {
          /** @description RFC 8288: `rel="next"`, where there is a next page. */
          Link?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReportedFigurePage'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, READ_NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  reportFigure: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "source": "An agency",
         *       "published": "2024-12-20",
         *       "speaksOf": "2024-12-19",
         *       "quote": "1,905 were handed over at the crossing.",
         *       "figure": 1905,
         *       "relation": "exactly",
         *       "counts": {
         *         "event": "ReturnCrossingConfirmed",
         *         "since": "2024-12-19"
         *       }
         *     }
         */
        'application/json': components['schemas']['FigureReport'];
      };
    };
    responses: {
      /** @description The figure. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReportedFigure'];
        };
      };
      /** @description The figure. */
      201: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReportedFigure'];
        };
      };
      /** @description REQUEST_INVALID, COMMAND_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, READ_NOT_PERMITTED, NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getReportedFigure: {
    parameters: {
      query?: never;
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path: {
        figureId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The figure. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReportedFigure'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, READ_NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND, FIGURE_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  correctFigure: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        figureId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "figure": {
         *         "source": "An agency",
         *         "published": "2024-12-20",
         *         "speaksOf": "2024-12-19",
         *         "quote": "1,905 were handed over at the crossing.",
         *         "figure": 1906,
         *         "relation": "exactly",
         *         "counts": {
         *           "event": "ReturnCrossingConfirmed",
         *           "since": "2024-12-19"
         *         }
         *       },
         *       "reason": "Read wrongly from the page."
         *     }
         */
        'application/json': components['schemas']['FigureCorrection'];
      };
    };
    responses: {
      /** @description The figure. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReportedFigure'];
        };
      };
      /** @description REQUEST_INVALID, COMMAND_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, READ_NOT_PERMITTED, NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND, FIGURE_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description FIGURE_WITHDRAWN */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  withdrawFigure: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        figureId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "The agency took it back."
         *     }
         */
        'application/json': components['schemas']['FigureWithdrawal'];
      };
    };
    responses: {
      /** @description The figure. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReportedFigure'];
        };
      };
      /** @description REQUEST_INVALID, COMMAND_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, READ_NOT_PERMITTED, NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND, FIGURE_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description FIGURE_WITHDRAWN */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listRoles: {
    parameters: {
      query?: never;
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The roles. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoleList'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listSavedLists: {
    parameters: {
      query?: never;
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The lists as they are now. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SavedLists'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  saveList: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Waiting for an assurance for long",
         *       "parameters": {
         *         "view": "unit",
         *         "state": "pendingAssurance",
         *         "age": "30-"
         *       },
         *       "sharedWith": "unit"
         *     }
         */
        'application/json': components['schemas']['NewSavedList'];
      };
    };
    responses: {
      /** @description The lists as they are now. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SavedLists'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  removeSavedList: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        list: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The lists as they are now. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SavedLists'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  search: {
    parameters: {
      query?: never;
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "text": "Mohammed",
         *       "limit": 10
         *     }
         */
        'application/json': components['schemas']['SearchRequest'];
      };
    };
    responses: {
      /** @description What was found. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SearchFound'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSession: {
    parameters: {
      query?: never;
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The session. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  signIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "person": "co-01",
         *       "password": "a password of twelve or more"
         *     }
         */
        'application/json': components['schemas']['TypedSignIn'];
      };
    };
    responses: {
      /** @description The session. It comes with a cookie. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REFUSED, SECOND_FACTOR_REQUIRED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, LOCAL_ACCOUNTS_OFF */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  signOut: {
    parameters: {
      query?: {
        /** @description `true`: end every session of the person, on every device. */
        everywhere?: 'true' | 'false';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How many sessions were ended. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignedOut'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  signInWithPasskey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "credential": {}
         *     }
         */
        'application/json': components['schemas']['PasskeyAnswer'];
      };
    };
    responses: {
      /** @description The session. It comes with a cookie. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, LOCAL_ACCOUNTS_OFF */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  askForPasskey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /** @example {} */
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description For the browser. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BrowserOptions'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, LOCAL_ACCOUNTS_OFF */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ACCOUNT_CHANGE_REFUSED */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  setPreferences: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "language": "ar",
         *       "numerals": "western",
         *       "calendar": null
         *     }
         */
        'application/json': components['schemas']['Preferences'];
      };
    };
    responses: {
      /** @description The preferences as they are now. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Preferences'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSystem: {
    parameters: {
      query?: never;
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The state. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SystemState'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listVerifications: {
    parameters: {
      query?: {
        cursor?: components['schemas']['Cursor'];
        /** @description How many items at the most: 1 to 500. */
        limit?: number;
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of them. */
      200: {
        headers: {
          /** @description RFC 8288: `rel="next"`, where there is a next page. */
          Link?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VerificationPage'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  startVerification: {
    parameters: {
      query?: never;
      header?: {
        /** @description Kept with the events and in the log, and sent back. */
        'X-Correlation-Id'?: components['schemas']['Id'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is queued, or one that has not ended. */
      202: {
        headers: {
          /** @description The verification. */
          Location?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Verification'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getVerification: {
    parameters: {
      query?: never;
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path: {
        jobId: components['schemas']['JobId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The verification. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Verification'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description JOB_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cancelVerification: {
    parameters: {
      query?: never;
      header?: {
        /** @description Kept with the events and in the log, and sent back. */
        'X-Correlation-Id'?: components['schemas']['Id'];
      };
      path: {
        jobId: components['schemas']['JobId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It ends in a moment. */
      202: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Verification'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description JOB_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description JOB_FINISHED */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listVerificationProblems: {
    parameters: {
      query?: never;
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path: {
        jobId: components['schemas']['JobId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The problems. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VerificationProblems'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description JOB_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listWorkflows: {
    parameters: {
      query?: never;
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The workflows. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WorkflowList'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getWorkflow: {
    parameters: {
      query?: never;
      header?: {
        /** @description An `ETag` that is known: 304 if it still holds. */
        'If-None-Match'?: string;
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path: {
        workflow: components['schemas']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The workflow. */
      200: {
        headers: {
          /** @description Send it as `If-None-Match` to hear whether anything changed. */
          ETag?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WorkflowFile'];
        };
      };
      /** @description It has not changed. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  openCase: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same content is recorded once and answered alike, also after a restart. */
        'Idempotency-Key'?: string;
        /** @description The `ETag` of the case as it was read. Another one now: 412. */
        'If-Match'?: string;
        /** @description Kept with the events and in the log, and sent back. */
        'X-Correlation-Id'?: components['schemas']['Id'];
      };
      path: {
        workflow: components['schemas']['Name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "data": {
         *         "registrationNo": "QAIM-2024-00004",
         *         "nameArabic": "أحمد إياد المصري",
         *         "nameLatin": "Ahmad Iyad al-Misri",
         *         "birthDate": "1967",
         *         "serviceCategory": "officer",
         *         "crossingPoint": "AL_QAIM",
         *         "crossedAt": "2024-12-07T06:13:39+03:00",
         *         "language": "ar"
         *       }
         *     }
         */
        'application/json': components['schemas']['CommandRequest'];
      };
    };
    responses: {
      /** @description The case is open. */
      201: {
        headers: {
          /** @description The revision the case has now. */
          ETag?: string;
          /** @description `true` when the command had been recorded before under the same key. */
          'Idempotency-Replayed'?: string;
          /** @description The case. */
          Location?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandAccepted'];
        };
      };
      /** @description The command needs a second person. It waits for them as a proposal. */
      202: {
        headers: {
          /** @description `true` when the command had been recorded before under the same key. */
          'Idempotency-Replayed'?: string;
          /** @description The proposal. */
          Location?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProposalMade'];
        };
      };
      /** @description REQUEST_INVALID, COMMAND_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, NOT_PERMITTED, FRESH_SIGN_IN_REQUIRED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNKNOWN_COMMAND, WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WRONG_STATE, COMMAND_REFUSED, OCCURRED_BEFORE_LAST_EVENT, OCCURRED_BEFORE_CASE, OCCURRED_IN_FUTURE, REVISION_CONFLICT, HEARD_UNDECIDED, HEARD_RECORDED, CASE_EXISTS, WORKFLOW_UNDER_CONSTRUCTION */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SUBJECT_ERASED */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REVISION_CONFLICT */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE, APPEND_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description COMMAND_ID_REUSED */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT, HISTORY_DIVERGED */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE, CLOCK_IMPLAUSIBLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  startBulk: {
    parameters: {
      query?: {
        /** @description Answer what it would lead to, or why it would be refused, and record nothing. */
        dryRun?: 'true' | 'false';
      };
      header?: {
        /** @description The same key with the same content is recorded once and answered alike, also after a restart. */
        'Idempotency-Key'?: string;
        /** @description Kept with the events and in the log, and sent back. */
        'X-Correlation-Id'?: components['schemas']['Id'];
      };
      path: {
        command: components['schemas']['Name'];
        workflow: components['schemas']['Name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "data": {
         *         "officer": "co-02"
         *       },
         *       "cases": [
         *         {
         *           "caseId": "a4f1e3b2-1f5c-8c3e-9d2a-6b7c8d9e0f10",
         *           "expectedRevision": "7"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['BulkRequest'];
      };
    };
    responses: {
      /** @description With `dryRun=true`: what it would lead to. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BulkForeseen'];
        };
      };
      /** @description The job is queued. */
      202: {
        headers: {
          /** @description `true` when the job had been started before under the same key. */
          'Idempotency-Replayed'?: string;
          /** @description The job. */
          Location?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description REQUEST_INVALID, COMMAND_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING, NOT_PERMITTED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND, UNKNOWN_COMMAND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description COMMAND_NOT_IN_BULK, BULK_TOO_MANY, BULK_NO_CASES */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description MEDIA_TYPE_UNSUPPORTED */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description COMMAND_ID_REUSED */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT, HISTORY_DIVERGED */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getDiagramData: {
    parameters: {
      query?: {
        /** @description Which way most arrows go. Left out: `across` at the level `top`, else `down`. */
        direction?: 'down' | 'across';
        /** @description Of the texts that boxes and labels are sized for. In Arabic the picture is mirrored. Left out: by `Accept-Language`. */
        language?: 'en' | 'ar';
        /** @description `top`: the states at the top, closed, with one arrow between two of them. A state with states inside: its inside, and closed the states around it that arrows join to it. Left out: everything. */
        level?: components['schemas']['StatePath'];
      };
      header?: {
        /** @description An `ETag` that is known: 304 if it still holds. */
        'If-None-Match'?: string;
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path: {
        workflow: components['schemas']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The diagram. */
      200: {
        headers: {
          /** @description Send it as `If-None-Match` to hear whether anything changed. */
          ETag?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DiagramData'];
        };
      };
      /** @description It has not changed. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getDiagramMermaid: {
    parameters: {
      query?: {
        /** @description Light the state this case is in. */
        case?: components['schemas']['CaseId'];
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path: {
        workflow: components['schemas']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The chart. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND, CASE_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getDiagramSvg: {
    parameters: {
      query?: {
        /** @description Light the state this case is in. */
        case?: components['schemas']['CaseId'];
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path: {
        workflow: components['schemas']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The drawing. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'image/svg+xml': string;
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND, CASE_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getRegistry: {
    parameters: {
      query?: {
        cursor?: components['schemas']['Cursor'];
        /** @description Only what has each of these words in its value or its titles, in any script. No name of a person whose case it is. */
        q?: components['schemas']['SearchText'];
        /** @description Of `people`: only those who hold this role of the workflow. */
        role?: components['schemas']['Name'];
      };
      header?: {
        /** @description An `ETag` that is known: 304 if it still holds. */
        'If-None-Match'?: string;
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path: {
        registry: components['schemas']['Name'];
        workflow: components['schemas']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The registry. */
      200: {
        headers: {
          /** @description Send it as `If-None-Match` to hear whether anything changed. */
          ETag?: string;
          /** @description RFC 8288: `rel="next"`, where there is a next page. */
          Link?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Registry'];
        };
      };
      /** @description It has not changed. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND, REGISTRY_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listViewRows: {
    parameters: {
      query?: {
        /** @description Wait until the view has reached this position, such as that of your own command. */
        atLeast?: components['schemas']['Position'];
        cursor?: components['schemas']['Cursor'];
        /** @description How many items at the most: 1 to 500. */
        limit?: number;
        /** @description Only the rows of the case of this natural key. */
        reference?: components['schemas']['Reference'];
        /** @description By a column; with `-` before it, downwards. Rows without a value come last. */
        sort?: string;
      };
      header?: {
        /** @description An `ETag` that is known: 304 if it still holds. */
        'If-None-Match'?: string;
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path: {
        view: components['schemas']['Name'];
        workflow: components['schemas']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of rows. */
      200: {
        headers: {
          /** @description Send it as `If-None-Match` to hear whether anything changed. */
          ETag?: string;
          /** @description RFC 8288: `rel="next"`, where there is a next page. */
          Link?: string;
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ViewPage'];
        };
      };
      /** @description It has not changed. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND, VIEW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getWorkload: {
    parameters: {
      query?: {
        /** @description Wait until the views have reached this position, such as that of your own command. */
        atLeast?: components['schemas']['Position'];
        facility?: components['schemas']['AskedCode'];
        /** @description In one of these states or their sub-states: dotted paths, separated by commas. */
        state?: string;
        /** @description Only with these tags, separated by commas. Of one tag that is named several times, one of the codes. */
        tag?: string;
        workflow?: components['schemas']['Name'];
      };
      header?: {
        /** @description What the reader reads for, where it is not the first purpose of their roles. */
        'X-Purpose'?:
          | 'intake'
          | 'custody'
          | 'counselling'
          | 'risk'
          | 'assurance'
          | 'return'
          | 'relocation'
          | 'monitoring'
          | 'audit'
          | 'subjectRequest'
          | 'breakGlass';
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The officers. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Workload'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description SIGN_IN_REQUIRED, CREDENTIALS_REFUSED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED, SCOPE_MISSING */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description WORKFLOW_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING, READ_LOG_UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description VIEW_BEHIND */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  isLive: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It does. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Live'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  isReady: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It can; with 503, why it cannot. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Ready'];
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It can; with 503, why it cannot. */
      503: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Ready'];
        };
      };
    };
  };
  getMetrics: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Text exposition format. */
      200: {
        headers: {
          /** @description The id of this request in the log. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      /** @description REQUEST_INVALID */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description ORIGIN_REFUSED, TLS_REQUIRED */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description REQUEST_TIMEOUT */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BODY_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description URI_TOO_LONG */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HOST_REFUSED */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description HEADERS_TOO_LARGE */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description UNEXPECTED, SEAL_BROKEN, STORE_CORRUPT */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description STORE_UNAVAILABLE, STOPPING */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
