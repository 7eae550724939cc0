import { describe, expect, it } from '@jest/globals';
import { Heads } from './heads.js';

describe('heads', () => {
  it('remember what the index said, and forget what was not used for long', () => {
    const heads = new Heads(3);
    for (let stream = 0; stream < 10; stream += 1) heads.keep(`s${stream}`, stream);
    expect(heads.find('s9')).toBe(9);
    expect(heads.find('s0')).toBeUndefined();
  });

  it('keep what is asked for again and again', () => {
    const heads = new Heads(3);
    heads.keep('often', 7);
    for (let stream = 0; stream < 50; stream += 1) {
      heads.keep(`s${stream}`, stream);
      expect(heads.find('often')).toBe(7);
    }
  });

  it('never forget a stream that the index is behind with, until it has caught up', () => {
    const heads = new Heads(3);
    heads.advance('ahead', 1);
    heads.advance('ahead', 2);
    for (let stream = 0; stream < 50; stream += 1) heads.keep(`s${stream}`, stream);
    expect(heads.find('ahead')).toBe(2);
    heads.settle();
    expect(heads.find('ahead')).toBe(2);
    for (let stream = 0; stream < 50; stream += 1) heads.keep(`t${stream}`, stream);
    expect(heads.find('ahead')).toBeUndefined();
  });

  it('say what was appended rather than what the index said before', () => {
    const heads = new Heads(3);
    heads.keep('s', -1);
    heads.advance('s', 0);
    expect(heads.find('s')).toBe(0);
    heads.settle();
    expect(heads.find('s')).toBe(0);
    heads.clear();
    expect(heads.find('s')).toBeUndefined();
  });
});
