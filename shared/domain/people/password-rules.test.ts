import { describe, expect, it } from 'vitest';
import { passwordProblem, passwordText } from './password-rules';

const OWNER = { name: 'Zoë Lindqvist-Okafor', email: 'zoe.lindqvist@northwind.example' };
const problem = (password: string) => passwordProblem(password, OWNER);

describe('which passwords are taken', () => {
  it('asks for length and nothing else', () => {
    expect(problem('harbour owls')).toBeNull();
    expect(problem('harbour owl')).toBe('too-short');
    expect(problem('тихая гавань сов')).toBeNull();
    expect(problem('🦉🏔️🎷🧭🪵🧊🛶🌾🥁🧵🪁🫖')).toBeNull();
    // Twelve characters, not twelve halves of one.
    expect(problem('🦉🏔🎷🧭🪵🧊🛶')).toBe('too-short');
    expect(problem(`${'violet lantern harbour '.repeat(11)}and`)).toBeNull();
    expect(problem('violet lantern harbour '.repeat(12))).toBe('too-long');
  });

  it('takes none that everybody tries first, in whatever disguise', () => {
    for (const password of [
      'Password1234!',
      'P@ssw0rd2026',
      'passwordpassword',
      'Welcome2026!!',
      'CorrectHorseBatteryStaple',
      '1q2w3e4r5t6y7u8i',
      'letmein123456789',
      'Summer2026!Summer',
      'Administrator1!',
    ]) {
      expect([password, problem(password)]).toEqual([
        password,
        expect.stringMatching(/^(?:common|repetitive)$/),
      ]);
    }
  });

  it('takes no repetition and no row of keys', () => {
    for (const password of [
      'aaaaaaaaaaaaaaaa',
      'abcabcabcabcabc',
      '123456789012',
      'abcdefghijklmnop',
      'qwertyuiopasdfghjkl',
      '001100110011',
      '\0'.repeat(20),
    ]) {
      expect([password, problem(password)]).toEqual([password, 'repetitive']);
    }
  });

  it('takes nothing that is little more than its owner or the product', () => {
    for (const password of [
      'zoe.lindqvist@northwind.example',
      'Lindqvist2026!',
      'lindqvist-okafor',
      'OkaforOkafor77',
      'Longlist2026!!',
      'recruiterlonglist',
    ]) {
      expect([password, problem(password)]).toEqual([password, 'personal']);
    }
    expect(problem('lindqvist walks by the quiet mill')).toBeNull();
  });

  it('is bounded on any input', () => {
    expect(problem('x'.repeat(1_000_000))).toBe('too-long');
    expect(problem("'; DROP TABLE user; --")).toBeNull();
    expect(problem('<img onerror=alert(1)>')).toBeNull();
    expect(problem('__proto__ %_\\ \u202e')).toBeNull();
  });

  it('hashes the same characters of another keyboard as the same text', () => {
    expect(passwordText('e\u0301tude ﬁn')).toBe(passwordText('étude fin'));
  });
});
