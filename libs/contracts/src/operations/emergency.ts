import { z } from 'zod';
import {
  EmergencyAccess,
  EmergencyByReference,
  EmergencyList,
  EmergencyRequest,
  EmergencyReview,
} from '../emergency.js';
import { apiBase, caseParams, none, noHeaders, operation } from './parts.js';

const grantParams = z.strictObject({ grantId: z.uuid() });
const writes = { method: 'POST', tag: 'emergency access', query: none, headers: noHeaders } as const;

export const takeEmergencyAccess = operation({
  ...writes,
  id: 'takeEmergencyAccess',
  path: `${apiBase}/cases/{caseId}/emergency-access`,
  summary: 'Take access to one case in an emergency (break-glass)',
  description:
    'For at most four hours, to the data classes that the roles of the person can get. Reads under it name the purpose ' +
    '`breakGlass` in `X-Purpose`. Supervisor and data protection see it at once, and another person reviews it afterwards.',
  params: caseParams,
  isDecisive: true,
  body: EmergencyRequest,
  example: {
    trigger: 'medicalEmergency',
    text: 'Collapsed at the gate; the doctor on duty asks for allergies.',
    minutes: 60,
  },
  success: { status: 201, description: 'The access, as it was recorded.', body: EmergencyAccess },
  problems: ['CASE_NOT_FOUND', 'EMERGENCY_REFUSED', 'SUBJECT_ERASED', 'MEDIA_TYPE_UNSUPPORTED'],
});

export const takeEmergencyAccessByReference = operation({
  ...writes,
  id: 'takeEmergencyAccessByReference',
  path: `${apiBase}/emergency-access`,
  summary: 'Take access to the case with a reference in an emergency (break-glass)',
  description:
    'The same for somebody who knows the reference alone. Each attempt is entered in the log of reads. Whether there is ' +
    'a case is looked at only for somebody who would get access to it. After five references of which there is none, ' +
    'each next attempt has to wait. A case whose person was erased is answered as none.',
  params: none,
  isDecisive: true,
  body: EmergencyByReference,
  example: {
    reference: 'QAIM-2024-00001',
    trigger: 'medicalEmergency',
    text: 'Collapsed at the gate; the doctor on duty asks for allergies.',
    minutes: 60,
  },
  success: { status: 201, description: 'The access, as it was recorded.', body: EmergencyAccess },
  problems: [
    'CASE_NOT_FOUND',
    'WORKFLOW_NOT_FOUND',
    'EMERGENCY_REFUSED',
    'TOO_MANY_REQUESTS',
    'MEDIA_TYPE_UNSUPPORTED',
  ],
});

export const listEmergencyAccess = operation({
  id: 'listEmergencyAccess',
  method: 'GET',
  tag: 'emergency access',
  path: `${apiBase}/emergency-access`,
  summary: 'The emergency access that one took, or reviews',
  params: none,
  query: z.strictObject({
    waiting: z
      .enum(['true', 'false'])
      .default('false')
      .meta({ description: '`true`: only what waits for the reader.' }),
  }),
  headers: noHeaders,
  success: { status: 200, description: 'The newest first.', body: EmergencyList },
  problems: [],
});

export const endEmergencyAccess = operation({
  ...writes,
  id: 'endEmergencyAccess',
  path: `${apiBase}/emergency-access/{grantId}/end`,
  summary: 'End emergency access before its time',
  params: grantParams,
  success: { status: 200, description: 'The access.', body: EmergencyAccess },
  problems: ['EMERGENCY_NOT_FOUND', 'EMERGENCY_REFUSED', 'SUBJECT_ERASED'],
});

export const reviewEmergencyAccess = operation({
  ...writes,
  id: 'reviewEmergencyAccess',
  path: `${apiBase}/emergency-access/{grantId}/review`,
  summary: 'Record the verdict on emergency access that is over',
  params: grantParams,
  isDecisive: true,
  body: EmergencyReview,
  example: { verdict: 'justified', text: 'The doctor confirms that the allergies were needed.' },
  success: { status: 200, description: 'The access.', body: EmergencyAccess },
  problems: ['EMERGENCY_NOT_FOUND', 'EMERGENCY_REFUSED', 'SUBJECT_ERASED', 'MEDIA_TYPE_UNSUPPORTED'],
});
