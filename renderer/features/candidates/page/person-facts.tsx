import { Briefcase, Check, Copy, Globe, Link, Mail, MapPin, Phone } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useShell } from '@/renderer/app/shell';
import { SOURCE_NAMES } from '@/renderer/features/candidates/words';
import { cx } from '@/renderer/lib/cx';
import { useText } from '@/renderer/lib/text';
import { IconButton } from '@/renderer/ui/button';
import type { ContactPoint } from '@/shared/domain/candidates/records';
import type { CandidateDetail } from '@/shared/domain/candidates/views';

/** Where someone is, how long they have worked, and how to reach them. */
export function PersonFacts({
  detail,
  className,
}: {
  readonly detail: CandidateDetail;
  readonly className?: string;
}) {
  const t = useText();
  const { candidate, contactPoints } = detail;
  return (
    <ul className={cx(className ?? 'flex flex-wrap items-center gap-x-4 gap-y-0.5', 'text-ink-2')}>
      {candidate.location === null ? null : (
        <Fact icon={<MapPin size={14} aria-hidden />}>{candidate.location}</Fact>
      )}
      {candidate.totalYears === null ? null : (
        <Fact icon={<Briefcase size={14} aria-hidden />}>
          {t('candidates.years', { years: candidate.totalYears })}
        </Fact>
      )}
      {contactPoints.map((point) => (
        <Fact key={point.id} icon={<ContactIcon point={point} />}>
          <ContactValue point={point} />
        </Fact>
      ))}
      {/* Guests are not told whose they are, nor where they came from. */}
      {candidate.source === null ? null : (
        <Fact icon={<Globe size={14} aria-hidden />}>
          {t('candidates.facts.source', { source: t(SOURCE_NAMES[candidate.source]) })}
          {detail.ownerName === '' ? null : ` · ${detail.ownerName}`}
        </Fact>
      )}
    </ul>
  );
}

function Fact({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <li className="flex min-w-0 items-center gap-1.5">
      <span className="shrink-0 text-ink-3">{icon}</span>
      <span className="flex min-w-0 items-center truncate">{children}</span>
    </li>
  );
}

export function ContactIcon({ point }: { readonly point: Pick<ContactPoint, 'kind'> }) {
  const Icon = point.kind === 'email' ? Mail : point.kind === 'phone' ? Phone : Link;
  return <Icon size={14} aria-hidden />;
}

function ContactValue({ point }: { readonly point: ContactPoint }) {
  const t = useText();
  const { shell } = useShell();
  const url = point.kind === 'email' ? `mailto:${point.value}` : secureUrl(point);
  return (
    <>
      {url === null ? (
        <span className="truncate">{point.value}</span>
      ) : (
        <button
          type="button"
          className="truncate rounded-sm hover:text-ink hover:underline"
          title={t('candidates.open-outside', { value: point.value })}
          onClick={() => void shell('openExternal', { url })}
        >
          {shortUrl(point)}
        </button>
      )}
      <CopyIcon value={point.value} />
    </>
  );
}

/** Copies a value and shows for a moment that it did. */
function CopyIcon({ value }: { readonly value: string }) {
  const t = useText();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <IconButton
      size="sm"
      label={isCopied ? t('candidates.copied') : t('candidates.copy', { value })}
      onPress={() => void navigator.clipboard.writeText(value).then(() => setCopied(true))}
    >
      {isCopied ? <Check size={12} aria-hidden /> : <Copy size={12} aria-hidden />}
    </IconButton>
  );
}

/** An address the shell would open; null for phones and for links that are not web addresses. */
function secureUrl(point: ContactPoint): string | null {
  if (point.kind !== 'link') return null;
  const url = point.value.replace(/^http:\/\//i, 'https://');
  const full = /^https:\/\//i.test(url) ? url : `https://${url}`;
  return URL.canParse(full) ? full : null;
}

const shortUrl = (point: ContactPoint): string =>
  point.kind === 'link'
    ? point.value.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')
    : point.value;
