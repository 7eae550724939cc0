/** The texts of the documents of a case, in English. */
export const documentsEn = {
  'documents.lead':
    'Documents are kept elsewhere. On record is the SHA-256 of each, by which it is seen whether a file is still the same.',
  'documents.none': 'No document is on record in this case.',
  'documents.noneText': 'A form that asks for a document records its SHA-256.',
  'documents.check': 'Is a file one of these documents?',
  'documents.same': 'It is this document, unchanged.',
  'documents.other': 'It is none of these documents, or it was changed.',
  'documents.unreadable': 'The file cannot be read. Choose it again.',
} as const;
