import { Link } from '@tanstack/react-router';
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { useGoTo } from '@/renderer/app/place-memory';
import { usePlaces } from '@/renderer/app/places';
import { setViewState, useViewState } from '@/renderer/app/view-state';
import { useWorkspace } from '@/renderer/app/workspace';
import { PersonMenu } from '@/renderer/features/people';
import { cx } from '@/renderer/lib/cx';
import { useText } from '@/renderer/lib/text';
import { IconButton } from '@/renderer/ui/button';
import { LINK_TOOLTIP, LinkTooltip } from '@/renderer/ui/link-tooltip';

/** The places of Longlist, at the left; folds to icons. */
export function Rail() {
  const t = useText();
  const goTo = useGoTo();
  const places = usePlaces();
  const workspace = useWorkspace();
  const isCollapsed = useViewState((view) => view.isRailCollapsed);
  return (
    <nav
      aria-label={t('app.rail')}
      className={cx(
        'flex shrink-0 flex-col border-r border-line bg-rail',
        isCollapsed ? 'w-12' : 'w-46',
      )}
    >
      <div className="flex h-12 shrink-0 items-center gap-2 px-3" title={workspace?.name}>
        <span
          aria-hidden
          className="flex size-6 shrink-0 items-center justify-center rounded-md bg-accent text-sm font-semibold text-on-accent"
        >
          {[...(workspace?.name ?? 'L')][0]?.toUpperCase()}
        </span>
        {isCollapsed ? null : <span className="truncate font-semibold">{workspace?.name}</span>}
      </div>
      <ul className="flex flex-1 flex-col gap-0.5 p-2">
        {places.map(({ to, title, icon: Icon, keys }) => (
          <li key={to} className={LINK_TOOLTIP}>
            <Link
              to={to}
              aria-label={t(title)}
              onClick={(event) => {
                // The link leads to the place itself; a plain click comes back to it as it was left.
                event.preventDefault();
                goTo(to);
              }}
              className={cx(
                'flex h-8 items-center gap-2.5 rounded-md px-2 text-ink-2 hover:bg-hover hover:text-ink',
                'aria-[current=page]:bg-press aria-[current=page]:font-medium aria-[current=page]:text-ink',
              )}
            >
              <Icon size={16} aria-hidden className="shrink-0" />
              {isCollapsed ? null : <span className="truncate">{t(title)}</span>}
            </Link>
            {isCollapsed ? <LinkTooltip text={t(title)} keys={keys} /> : null}
          </li>
        ))}
      </ul>
      <div
        className={cx(
          'flex gap-1 p-2.5',
          isCollapsed ? 'flex-col items-center' : 'items-center justify-between',
        )}
      >
        <PersonMenu isCollapsed={isCollapsed} />
        <IconButton
          label={isCollapsed ? t('app.rail.expand') : t('app.rail.collapse')}
          keys="mod+b"
          onPress={() => setViewState({ isRailCollapsed: !isCollapsed })}
        >
          {isCollapsed ? (
            <PanelLeftOpen size={16} aria-hidden />
          ) : (
            <PanelLeftClose size={16} aria-hidden />
          )}
        </IconButton>
      </div>
    </nav>
  );
}
