import { ORPCError } from '@orpc/client';
import { useEffect, useState } from 'react';
import { failureCode, useFailure } from '@/renderer/app/failure';
import { type MessageId, useText } from '@/renderer/lib/text';

/** Why the core refused, in words, and how long nobody may try again. */
export function Refusal({ error, wait = 0 }: { readonly error: unknown; readonly wait?: number }) {
  const t = useText();
  const failure = useFailure();
  if (error === null || error === undefined) return null;
  const reason = reasonOf(error);
  return (
    <div role="alert" className="text-bad-ink">
      <p>{reason === null ? failure(error).message : t(REASONS[reason])}</p>
      {wait > 0 ? <p className="tabular-nums">{t('people.wait', { seconds: wait })}</p> : null}
    </div>
  );
}

/** The seconds left until the core listens again, counting down. */
export function useWait(error: unknown): number {
  const fact = WAIT_FACTS[failureCode(error) ?? ''];
  const seconds = fact === undefined ? null : factOf(error, fact);
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const start = Date.now();
    setNow(start);
    setUntil(typeof seconds === 'number' ? start + seconds * 1000 : 0);
    // Each refusal begins anew, also one that says the same.
  }, [seconds, error]);
  const left = Math.max(0, Math.ceil((until - now) / 1000));
  const isWaiting = left > 0;
  useEffect(() => {
    if (!isWaiting) return;
    const ticking = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(ticking);
  }, [isWaiting]);
  return left;
}

/** Which fact of a refusal says how long to wait, by its code. */
const WAIT_FACTS: Readonly<Record<string, string>> = {
  SIGN_IN_REFUSED: 'waitSeconds',
  TOO_MANY_TRIES: 'seconds',
};

const REASONS = {
  'passphrase-too-short': 'keys.too-short',
  'passphrase-needed': 'keys.needed',
  'too-short': 'people.password.too-short',
  'too-long': 'people.password.too-long',
  repetitive: 'people.password.repetitive',
  common: 'people.password.common',
  personal: 'people.password.personal',
  same: 'people.password.same',
  email: 'people.email.wrong',
  'email-taken': 'people.email.taken',
  'last-admin': 'people.user.last-admin',
  client: 'people.user.client-needed',
  'role-in-use': 'people.role.in-use',
  'role-name': 'people.role.name-taken',
} as const satisfies Readonly<Record<string, MessageId>>;

type Reason = keyof typeof REASONS;

function reasonOf(error: unknown): Reason | null {
  const reason = factOf(error, 'reason');
  return typeof reason === 'string' && Object.hasOwn(REASONS, reason) ? (reason as Reason) : null; // Just looked up.
}

/** A fact that an expected failure brought along. */
function factOf(error: unknown, name: string): unknown {
  if (!(error instanceof ORPCError)) return null;
  const data: unknown = error.data;
  if (typeof data !== 'object' || data === null) return null;
  return Object.entries(data).find(([key]) => key === name)?.[1] ?? null;
}
