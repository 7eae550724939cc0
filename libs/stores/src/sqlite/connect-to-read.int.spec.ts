import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectToRead } from './connect-to-read.js';
import { leaveJournal } from './testing/leave-journal.js';
import { temporaryFolder } from './testing/temporary-folder.js';

describe('a connection that only reads', () => {
  const fileWith = (content: string): string => {
    const file = join(temporaryFolder(), 'a.db');
    const db = new Database(file);
    db.exec('CREATE TABLE said (content TEXT)');
    db.prepare('INSERT INTO said VALUES (?)').run(content);
    db.close();
    return file;
  };

  it('changes nothing of a file that was closed', () => {
    const file = fileWith('whole');
    const before = readFileSync(file);
    const db = connectToRead(file);
    expect(() => db.exec('DELETE FROM said')).toThrow('readonly');
    db.close();
    expect(readFileSync(file)).toEqual(before);
  });

  it('reads what was there before a process was killed while it wrote', () => {
    const file = fileWith('whole');
    const before = readFileSync(file);
    leaveJournal(file);
    expect(readFileSync(file)).not.toEqual(before);
    const db = connectToRead(file);
    expect(db.prepare('SELECT content FROM said').pluck().all()).toEqual(['whole']);
    expect(() => db.exec('DELETE FROM said')).toThrow('readonly');
    db.close();
    expect(existsSync(`${file}-journal`)).toBe(false);
  });

  it('makes no file', () => {
    const file = join(temporaryFolder(), 'none.db');
    expect(() => connectToRead(file)).toThrow('unable to open');
    expect(existsSync(file)).toBe(false);
  });
});
