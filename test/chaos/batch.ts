import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of a bulk import: one command for many cases. */
export interface BatchFile {
  readonly command: string;
  readonly path: string;
  readonly content: string;
}

/** Files that bring persons from the crossing into the camp, in order. */
export interface Batch {
  readonly name: string;
  readonly folder: string;
  readonly files: readonly BatchFile[];
  readonly rows: number;
  /** A unique word for each step of each person, stored in the data of its event. */
  readonly tokens: readonly string[];
}

const steps = [
  ['RegisterEntry', 'nameArabic,nameLatin,birthDate,serviceCategory,crossingPoint,crossedAt,language'],
  ['RecordSurrender', 'weaponsCount,receiptNo'],
  ['DeliverRights', 'noticeVersion,language,receiptNo'],
  ['RecordIdentity', 'sourceType,documentNo,verified'],
  ['CompleteScreening', 'confirmedBy,category,reasons,interpreterId'],
  ['PlaceInFacility', 'facility,orderNo,legalBasis'],
] as const;

type Command = (typeof steps)[number][0];

const actors: Readonly<Record<Command, string>> = {
  RegisterEntry: 'intake-01',
  RecordSurrender: 'cus-01',
  DeliverRights: 'intake-01',
  RecordIdentity: 'intake-01',
  CompleteScreening: 'co-01',
  PlaceInFacility: 'sup-01',
};

/**
 * Writes the files of a batch. Its persons crossed at `crossedAt`, so recently that no deadline has passed.
 */
export function writeBatch(
  parent: string,
  {
    name,
    persons,
    crossedAt,
  }: { readonly name: string; readonly persons: number; readonly crossedAt: string },
): Batch {
  const folder = join(parent, name);
  mkdirSync(folder, { recursive: true });
  const numbers = Array.from({ length: persons }, (_, index) => index + 1);
  const tokens: string[] = [];
  const files = steps.map(([command, columns], index) => {
    const rows = numbers.map((number) => {
      const token = `tok-${name}-${index}-${number}`;
      const cells = cellsOf(command, token, crossedAt);
      if (cells.includes(token)) tokens.push(token);
      return `${name}-${number},${actors[command]},${crossedAt},${cells}`;
    });
    const content = `registrationNo,by,occurredAt,${columns}\n${rows.join('\n')}\n`;
    const path = join(folder, `0${index + 1}-${command}.csv`);
    writeFileSync(path, content);
    return { command, path, content };
  });
  return { name, folder, files, rows: persons * steps.length, tokens };
}

function cellsOf(command: Command, token: string, crossedAt: string): string {
  switch (command) {
    case 'RegisterEntry':
      return `سامر الحسن,Samir al-Hasan,1988,officer,AL_QAIM,${crossedAt},ar`;
    case 'RecordSurrender':
      return `1,${token}`;
    case 'DeliverRights':
      return `2024-12,ar,${token}`;
    case 'RecordIdentity':
      return `militaryId,D-1,true`;
    case 'CompleteScreening':
      return `sup-01,COMBATANT_INTERNED,in uniform,int-01`;
    case 'PlaceInFacility':
      return `QAIM,${token},humanitarian admission`;
  }
}
