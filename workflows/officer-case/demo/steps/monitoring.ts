import { hours } from '../calendar.js';
import { afterReturn, daysAfter, numbered, some, words, type Step } from './step.js';

const monitor = some('monitor', 'monitor');
const channel = words('channel', ['phone', 'phone', 'visit', 'relative']);
const firstContact = { by: monitor, at: afterReturn(5, 7) };
const crossing = some('crossing', 'crossing officer');

/** After the handover: contacts, what is in doubt, and the end of the follow-up. */
export const monitoringSteps = {
  '33-ContestHandover': {
    by: crossing,
    at: afterReturn(1, 1),
    data: {
      ownListNo: numbered('OWN'),
      otherListNo: numbered('SY'),
      details: 'the name is not on the list of the other side',
    },
  },
  '33-WithdrawConsent': {
    by: crossing,
    onBehalfOf: 'subject',
    at: ({ path, draw }) => (path.returnDay ?? 0) + hours(17) + draw('late words', hours(3)),
    data: {
      statement: words('late withdrawal', [
        'said on the bus, before the bridge: I do not want to cross',
        'قال قبل العبور: لا أريد أن أعبر',
      ]),
      heardBy: 'driver of the second bus',
    },
  },
  '34-RecordContact': { ...firstContact, data: { channel, finding: 'safe' } },
  '35-RecordContact': { ...firstContact, data: { channel, finding: 'unreachable' } },
  '36-RecordContact': { ...firstContact, data: { channel, finding: 'concern' } },
  '37-ResolveAlert': {
    by: some('protection', 'alert'),
    confirmedBy: some('supervisor', 'alert'),
    at: daysAfter('alert', 1, 3),
    data: { findings: 'spoke with the person and a relative; nothing further to be done now' },
  },
  '38-RecordContact': { by: monitor, at: afterReturn(10, 12), data: { channel, finding: 'safe' } },
  '39-CloseMonitoring': {
    by: some('supervisor', 'close of monitoring'),
    confirmedBy: some('protection', 'close of monitoring'),
    at: afterReturn(9, 11),
    data: { summary: 'contacted, safe', earlyReason: 'asked not to be contacted again' },
  },
} as const satisfies Readonly<Record<string, Step>>;
