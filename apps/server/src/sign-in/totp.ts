import type { KeyedHashes } from '@safeconduct/engine';
import { generateSecret, generateURI, verifySync } from 'otplib';
import type { AccountRecords } from './account-records.js';
import { qrCode, type QrCode } from './qr-code.js';
import { openSecret, sealSecret } from './secrets.js';

const issuer = 'Safeconduct';
/** A clock of a phone may be off by a step, and a person takes a while to type. */
const toleranceSeconds = 30;
const sixDigits = /^[0-9]{6}$/;

/** What an authenticator app needs, shown once. */
export interface TotpOffer {
  readonly secret: string;
  readonly uri: string;
  /** The address for a scanner. */
  readonly qr: QrCode;
}

/** One-time codes of an authenticator app (RFC 6238) as the second factor beside a password. */
export class Totp {
  constructor(
    private readonly records: AccountRecords,
    private readonly keys: KeyedHashes,
  ) {}

  async isOn(person: string): Promise<boolean> {
    return (await this.records.find('totp', person))?.body.isConfirmed === true;
  }

  /** A new secret, which replaces one that was never confirmed. It counts once a code of it was given. */
  async offer(person: string): Promise<TotpOffer | undefined> {
    if (await this.isOn(person)) return undefined;
    const secret = generateSecret();
    const body = { secret: sealSecret(this.keys, useOf(person), secret), isConfirmed: false, lastStep: 0 };
    await this.records.replace('totp', { id: person, person, body });
    const uri = generateURI({ issuer, label: person, secret });
    return { secret, uri, qr: qrCode(uri) };
  }

  /**
   * Takes a code: each is taken once. One that is right confirms a secret that was offered.
   * @returns whether it is right
   */
  async take(person: string, code: string): Promise<boolean> {
    const found = await this.records.find('totp', person);
    if (found === undefined || !sixDigits.test(code)) return false;
    const { secret, lastStep } = found.body;
    const result = verifySync({
      secret: openSecret(this.keys, useOf(person), secret),
      token: code,
      epochTolerance: toleranceSeconds,
      ...(lastStep > 0 && { afterTimeStep: lastStep }),
    });
    if (!result.valid || !('timeStep' in result)) return false;
    const body = { secret, isConfirmed: true, lastStep: result.timeStep };
    // Of two requests with the same code one is the first.
    return this.records.put('totp', { id: person, person, body }, found.version);
  }

  async remove(person: string): Promise<boolean> {
    return this.records.store.remove('totp', person);
  }
}

const useOf = (person: string): string => `totp ${person}`;
