import { describe, expect, it } from 'vitest';
import { findDates } from './dates';

const read = (line: string): string =>
  findDates(line)
    .map((date) => `${date.from ?? '?'}..${date.to ?? ''}`)
    .join(' ');

describe('findDates', () => {
  it.each([
    ['Sep 2019 – Jun 2021', '2019-09..2021-06'],
    ["Sep '19 – now", '2019-09..present'],
    ['09/2019–heute', '2019-09..present'],
    ['01.2019 - 03.2020', '2019-01..2020-03'],
    ['2019-09 - Current', '2019-09..present'],
    ['2024-07-01 —', '2024-07..present'],
    ['13-08-2012 to 09-06-2016', '2012-08..2016-06'],
    ['Mar 2014 till date', '2014-03..present'],
    ['since 2019', '2019..present'],
    ['Seit März 2018', '2018-03..present'],
    ['août 2015 à ce jour', '2015-08..present'],
    ["novembre 2022 – aujourd'hui", '2022-11..present'],
    ['abril de 2023 – Atual', '2023-04..present'],
    ['enero de 2010 hasta la actualidad', '2010-01..present'],
    ['gennaio 2015 – in corso', '2015-01..present'],
    ['lip 2019 – paź 2025', '2019-07..2025-10'],
    ['mrt 2016 t/m heden', '2016-03..present'],
    ['2022年5月 - 至今', '2022-05..present'],
    ['2014年10月 - 2017年6月', '2014-10..2017-06'],
    ['2019 – 21', '2019..2021'],
    ['Jan – Mar 2020', '2020-01..2020-03'],
    ['Summer 2018', '2018-06..'],
    ['Q3 2020', '2020-07..'],
    ['September 4, 2019', '2019-09..'],
    ['(2014)', '2014..'],
    ['Aug 2019 － Aug 2024', '2019-08..2024-08'],
    ['Mar’2015 – Apr’2017', '2015-03..2017-04'],
    ['Mar 15 to Apr 17', '2015-03..2017-04'],
    ['1st Jan 2015 – 3rd March 2016', '2015-01..2016-03'],
    ['06/19 - 07/21', '2019-06..2021-07'],
    ['04.15 – 09.18', '2015-04..2018-09'],
    ['2015/16', '2015..2016'],
    ['2020 Q3 – 2021 Q1', '2020-07..2021-01'],
    ['2018 Summer', '2018-06..'],
    ['2015 onwards', '2015..present'],
    ['jan 2019 – pågående', '2019-01..present'],
    ['leden 2019 – současnost', '2019-01..present'],
    ['Kasım 2019 - devam ediyor', '2019-11..present'],
    ['январь 2019 — настоящее время', '2019-01..present'],
    ['平成30年4月 ~ 令和2年3月', '2018-04..2020-03'],
  ])('reads %s', (line, expected) => {
    expect(read(line)).toBe(expected);
  });

  it.each([
    'Reduced food cost from 34% to 28%',
    'Installed 480V switchgear',
    '+91 98765 43210',
    'Room 2500, version 12.4',
    '45/2019 files',
    'Led 15 engineers to 20 wins',
    'GPA 03.50 of 04.00',
  ])('finds no range in %s (else a line of work becomes a new job)', (line) => {
    expect(findDates(line).filter((date) => date.range)).toEqual([]);
  });

  it('refuses a second year before the first (a phone number or two entries, not a range)', () => {
    expect(findDates('2019 - 2012').every((date) => !date.range)).toBe(true);
  });

  it('gives offsets of exactly the words of the date', () => {
    const line = 'Chef (Apr 2022 — present), Portland';
    const [date] = findDates(line);
    expect(line.slice(date?.start, date?.end)).toBe('Apr 2022 — present');
  });
});
