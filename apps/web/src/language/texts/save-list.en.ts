/** Texts of the window in which a list is saved, in English. */
export const saveListEn = {
  'saved.what': 'Its view, filters and order are saved. What is searched for is not: it may be a name.',
  'saved.name': 'Name of the list',
  'saved.replaces': 'It takes the place of your list of this name.',
  'saved.sharing': 'Who finds it',
  'saved.sharing.nobody': 'only me',
  'saved.sharing.unit': 'the people of my unit',
  'saved.sharing.everybody': 'everybody',
  'saved.submit': 'Save',
  'saved.remove': 'Remove',
  'saved.removeNamed': 'Remove {name}',
};
