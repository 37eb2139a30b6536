import { expect, test } from 'vitest';
import { isAddress, repairWord } from './repair-words';

test('what OCR mistook is repaired where the rest of the word leaves no doubt', () => {
  expect(repairWord('ada.lovelace©example.org')).toBe('ada.lovelace@example.org');
  expect(repairWord('ada@gmaiI.com')).toBe('ada@gmail.com');
  expect(repairWord('2O18')).toBe('2018');
  expect(repairWord('lBM')).toBe('IBM');
  expect(repairWord('|nternational')).toBe('International');
});

test('words that are right stay as they are', () => {
  for (const word of ['like', 'O2', 'lol', '©2019', 'IIT', 'B2B', '|', 'Oslo', 'A4', 'l’Oréal'])
    expect(repairWord(word)).toBe(word);
});

test('an address is known by its form, whatever ring its sign has', () => {
  expect(isAddress('benali_elodie@gmail.com')).toBe(true);
  expect(isAddress('ada®example.co.uk')).toBe(true);
  expect(isAddress('C©2019')).toBe(false);
  expect(isAddress('@handle')).toBe(false);
});
