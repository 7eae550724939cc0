// Text that was recorded may hold anything. On a terminal it must stay text: it may not move the cursor,
// start a new row, or turn the direction of what stands beside it.
const controls = /[\u0000-\u001f\u007f-\u009f]/g;
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

const firstStrongIsolate = '\u2068';
const popDirectionalIsolate = '\u2069';

/** A text as it may stand in a row: on one line, without control and direction characters. */
export function shownText(text: string): string {
  return text
    .replace(/\r\n|[\n\r\t]/g, ' ')
    .replace(controls, '\ufffd')
    .replace(directions, '');
}

/**
 * A right-to-left text as a unit of its own (Unicode UAX #9, section 2.7). Without this a terminal that
 * orders text would move the cells around it, numbers first.
 */
export const isolated = (text: string): string => (rightToLeft.test(text) ? apart(text) : text);

/** Any text as a unit of its own. */
export const apart = (text: string): string => firstStrongIsolate + text + popDirectionalIsolate;
