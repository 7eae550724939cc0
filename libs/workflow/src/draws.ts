// Called many millions of times; a module variable is faster than a property of a global.
const { floor, imul } = Math;

/** Draws a whole number from 0 to `below` - 1. */
export type Draw = (question: string, below: number) => number;

/**
 * Random draws that depend only on the seed, the person and the question. So they can be repeated in any
 * order, no state is kept for a person, and a new question changes no other answer.
 */
export function drawsOf(seed: number): (person: number) => Draw {
  const salts = new Map<string, number>();
  const saltOf = (question: string): number => {
    const known = salts.get(question) ?? mixed(seed ^ textHash(question));
    salts.set(question, known);
    return known;
  };
  return (person) => (question, below) =>
    floor((mixed(saltOf(question) ^ mixed(person + 1)) / 2 ** 32) * below);
}

/** The finaliser of MurmurHash3: every bit of the input changes about half of the output. */
function mixed(value: number): number {
  let hash = value | 0;
  hash = imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** FNV-1a. */
function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
