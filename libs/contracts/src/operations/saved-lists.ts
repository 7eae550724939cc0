import { z } from 'zod';
import { NewSavedList, SavedLists } from '../saved-lists.js';
import { apiBase, none, noHeaders, operation } from './parts.js';

const shared = {
  tag: 'saved lists',
  params: none,
  query: none,
  headers: noHeaders,
  isOfPeople: true,
} as const;
const lists = { status: 200, description: 'The lists as they are now.', body: SavedLists } as const;

export const listSavedLists = operation({
  ...shared,
  id: 'listSavedLists',
  method: 'GET',
  path: `${apiBase}/saved-lists`,
  summary: 'Lists of cases that were saved: one’s own, and those that others share',
  success: lists,
  problems: [],
});

export const saveList = operation({
  ...shared,
  id: 'saveList',
  method: 'POST',
  path: `${apiBase}/saved-lists`,
  summary: 'Save a list of cases under a name, in place of one’s own of that name',
  body: NewSavedList,
  example: {
    name: 'Waiting for an assurance for long',
    parameters: { view: 'unit', state: 'pendingAssurance', age: '30-' },
    sharedWith: 'unit',
  },
  success: lists,
  problems: ['MEDIA_TYPE_UNSUPPORTED'],
});

export const removeSavedList = operation({
  ...shared,
  id: 'removeSavedList',
  method: 'DELETE',
  path: `${apiBase}/saved-lists/{list}`,
  summary: 'Remove a list that one saved; nothing where there is none',
  params: z.strictObject({ list: z.string().max(64) }),
  success: lists,
  problems: [],
});
