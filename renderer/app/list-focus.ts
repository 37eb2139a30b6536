import { useEffect } from 'react';

/** Gives the keyboard to the list on screen, or to the screen itself until its list is there. */
export function focusList(): void {
  const list = document.querySelector<HTMLElement>('[data-list]');
  (list ?? document.getElementById('main'))?.focus({ preventScroll: true });
}

/**
 * Gives the keyboard to a list or a page that appears, unless it is in use elsewhere: somebody types in the search box, or a menu
 * is open. A link of the rail has done its work when the list it leads to appears.
 */
export function useFocusOnArrival(): void {
  useEffect(focusListIfFree, []);
}

/** The same for a list that is there only once its rows were read. */
export function focusListIfFree(): void {
  const holder = document.activeElement;
  const isFree =
    holder === null ||
    holder === document.body ||
    holder.id === 'main' ||
    holder.closest('nav') !== null;
  if (isFree) focusList();
}
