import { describe, expect, it } from 'vitest';
import { documentFromText } from './document-from-text';
import { parseResume } from './parse-resume';

const now = new Date('2026-03-01T00:00:00Z');
const jobs = (text: string): readonly string[] =>
  parseResume(documentFromText(text), { now }).experience.map(
    (job) => `${job.title} @ ${job.company} [${job.start}..${job.end}]`,
  );

describe('experience', () => {
  it('reads title above employer with dates on the right', () => {
    expect(
      jobs(`Experience
Executive Chef                                     Apr 2022 — present
FedEx Ground                                       Portland
• Ran a 14-person kitchen
Sous Chef                                          Feb 2017 — Jan 2022
USAA                                               Raleigh
• Reduced food cost from 34% to 28%`),
    ).toEqual([
      'Executive Chef @ FedEx Ground [2022-04..present]',
      'Sous Chef @ USAA [2017-02..2022-01]',
    ]);
  });

  it('reads employer above title with dates on the employer’s line', () => {
    expect(
      jobs(`Career History
Reliance Retail\t09/2021 — Now
Master Electrician
● Trained four apprentices
Wipro Technologies\t10/2013 — 11/2018
Apprentice Electrician
● Installed panels`),
    ).toEqual([
      'Master Electrician @ Reliance Retail [2021-09..present]',
      'Apprentice Electrician @ Wipro Technologies [2013-10..2018-11]',
    ]);
  });

  it('reads everything on one line, whichever comes first', () => {
    expect(
      jobs('Experience\nData Analyst, Cognizant Technology Solutions – Pune   Nov 2017–Oct 2022'),
    ).toEqual(['Data Analyst @ Cognizant Technology Solutions [2017-11..2022-10]']);
    expect(jobs('Esperienza\nBarilla, Tirocinante – Torino   11/2014 – 05/2018')).toEqual([
      'Tirocinante @ Barilla [2014-11..2018-05]',
    ]);
    expect(jobs('Work\nMarketing Manager at Larsen & Toubro   Jul 2024 - Current')).toEqual([
      'Marketing Manager @ Larsen & Toubro [2024-07..present]',
    ]);
  });

  it('keeps an employer whose name holds a dash or a comma whole', () => {
    expect(
      jobs(
        'Berufspraxis\nDevOps Engineer | Charité – Universitätsmedizin Berlin   09/2016 bis 11/2018',
      ),
    ).toEqual(['DevOps Engineer @ Charité – Universitätsmedizin Berlin [2016-09..2018-11]']);
  });

  it('reads dates on a line of their own, before or behind', () => {
    expect(
      jobs(`Experience
2019 – 2021
Staff Nurse
St. Mary Hospital
• Ward of 30 beds
2015 – 2019
Care Assistant
Sunrise Care Home
• Night shifts`),
    ).toEqual([
      'Staff Nurse @ St. Mary Hospital [2019..2021]',
      'Care Assistant @ Sunrise Care Home [2015..2019]',
    ]);
    expect(
      jobs(`Professional Experience
Marketing Manager
Larsen & Toubro, Indore
2024 — Now
• Newsletter
Digital Marketing Specialist
Reliance Retail, Hyderabad
2020 — 2024
• A/B tests`),
    ).toEqual([
      'Marketing Manager @ Larsen & Toubro [2024..present]',
      'Digital Marketing Specialist @ Reliance Retail [2020..2024]',
    ]);
  });

  it('gives several roles at one employer that employer', () => {
    expect(
      jobs(`Experience
Globex Corporation
Store Manager   2020 – present
• Team of 12
Sales Assistant   2017 – 2020
• Till and stock`),
    ).toEqual([
      'Store Manager @ Globex Corporation [2020..present]',
      'Sales Assistant @ Globex Corporation [2017..2020]',
    ]);
  });

  it('joins a range broken over two lines', () => {
    expect(
      jobs(
        'Experiência\nPetrobras, Coordenadora de enfermagem – Santos\tjulho de 2020 – março de\n2023\n• Triagem',
      ),
    ).toEqual(['Coordenadora de enfermagem @ Petrobras [2020-07..2023-03]']);
  });

  it('reads the forms of the old Europass', () => {
    expect(
      jobs(`Work experience
Dates      Jan 2023 – Current
Occupation or position held      Senior Data Scientist
Main activities and responsibilities      Churn model
Name and address of employer      Reliance Retail
Bengaluru
Dates      Nov 2017 – Oct 2022
Occupation or position held      Data Analyst
Name and address of employer      HDFC Bank, Chennai`),
    ).toEqual([
      'Senior Data Scientist @ Reliance Retail [2023-01..present]',
      'Data Analyst @ HDFC Bank [2017-11..2022-10]',
    ]);
  });

  it('reads Chinese entries', () => {
    expect(
      jobs(
        '工作经历\n比亚迪股份有限公司 | 杭州\n高级软件工程师 | 2021/11 - 2025/10\n• 指导三名初级工程师',
      ),
    ).toEqual(['高级软件工程师 @ 比亚迪股份有限公司 [2021-11..2025-10]']);
  });

  it('keeps what was done as the description, bullets on lines of their own', () => {
    const [job] = parseResume(
      documentFromText(
        'Experience\nCook   2019 – 2021\nHotel Sacher\n• Ran the grill with a\n  team of four\n• Ordered goods',
      ),
      { now },
    ).experience;
    expect(job?.description).toBe('Ran the grill with a team of four\nOrdered goods');
  });

  it('is less sure of an entry without words that tell title from employer', () => {
    const of = (text: string): number =>
      parseResume(documentFromText(text), { now }).experience[0]?.confidence ?? 0;
    expect(of('Experience\nFoo Bar   2019 – 2021\nBaz Qux')).toBeLessThan(
      of('Experience\nSales Manager   2019 – 2021\nBaz Qux GmbH'),
    );
  });
});

describe('experience in harder layouts', () => {
  it('leaves out the length of a job beside its dates (else it becomes an employer)', () => {
    expect(
      jobs(`Experience
Packeta Group
4 years 2 months
Head of Logistics
January 2021 - Present (2 years 8 months)
Prague, Czechia
Responsible for the work of twelve depots and all their people.
Logistics Manager
July 2019 - December 2020 (1 year 6 months)`),
    ).toEqual([
      'Head of Logistics @ Packeta Group [2021-01..present]',
      'Logistics Manager @ Packeta Group [2019-07..2020-12]',
    ]);
  });

  it('does not count an employer’s whole time as a job beside the roles in it', () => {
    expect(
      jobs(`Experience
THUNDERBIRD SCHOOL OF MANAGEMENT, Phoenix, Arizona
2000 to 2012
Chief Business Officer
2005 to 2012
• Led finance and accounting
Controller
2000 to 2004
• Closed the books`),
    ).toEqual([
      'Chief Business Officer @ THUNDERBIRD SCHOOL OF MANAGEMENT [2005..2012]',
      'Controller @ THUNDERBIRD SCHOOL OF MANAGEMENT [2000..2004]',
    ]);
  });

  it('keeps "Achievements:" inside a job from ending the part on work', () => {
    expect(
      jobs(`PROFESSIONAL EXPERIENCE
Sales Manager, Acme Ltd   2015 – 2019
Achievements:
• Doubled revenue
Sales Assistant, Globex Inc   2012 – 2015
• Till`),
    ).toEqual([
      'Sales Manager @ Acme Ltd [2015..2019]',
      'Sales Assistant @ Globex Inc [2012..2015]',
    ]);
  });

  it('finds dated jobs under no heading, and is less sure of them', () => {
    const text = (heading: string): string =>
      `Ada Byron\nada@example.com\n${heading}\nSales Manager, Acme Ltd   2015 – 2019\n• Doubled revenue`;
    const sure = (heading: string): number =>
      parseResume(documentFromText(text(heading)), { now }).experience[0]?.confidence ?? 0;
    expect(sure('')).toBeGreaterThan(0);
    expect(sure('')).toBeLessThan(sure('Work Experience'));
  });

  it('reads labelled forms with labels of their own', () => {
    expect(
      jobs(`PROFESSIONAL EXPERIENCE:
Company Name: Tata Motors Ltd, Pune
Designation: Production Supervisor
Duration: Jan 2016 to till date
Company Name: Bajaj Auto Ltd.
Designation: Junior Engineer
Duration: Jun-2012 to Dec-2015`),
    ).toEqual([
      'Production Supervisor @ Tata Motors Ltd [2016-01..present]',
      'Junior Engineer @ Bajaj Auto Ltd. [2012-06..2015-12]',
    ]);
  });

  it('takes the one town beside the title for the employer where no entry names places', () => {
    expect(
      jobs(
        'Expérience\nCarrefour\t2019 – 2022\nIngénieur logiciel\n• Git\nMichelin SA\t2015 – 2019\nDéveloppeur\n• PHP',
      ),
    ).toEqual([
      'Ingénieur logiciel @ Carrefour [2019..2022]',
      'Développeur @ Michelin SA [2015..2019]',
    ]);
  });

  it('takes the numbered line above the labels for the employer', () => {
    expect(
      jobs(`Work Experience
1. Kaveri Fintech Pvt Ltd, Bengaluru
Designation: Senior Backend Engineer
Duration: 01-06-2021 to Till Date
Reduced cloud cost by 41% in one year
2. Nandi Hills Technologies, Bengaluru
Designation: Software Engineer
Duration: 01-04-2017 to 01-05-2021`),
    ).toEqual([
      'Senior Backend Engineer @ Kaveri Fintech Pvt Ltd [2021-06..present]',
      'Software Engineer @ Nandi Hills Technologies [2017-04..2021-05]',
    ]);
  });

  it('keeps what qualifies a title with it when the employer stands below', () => {
    expect(
      jobs(
        'Experience\nStaff Nurse, Care of the Elderly   Sep 2019 – present\nRibblesdale Infirmary, Preston\n• Ward of 30 beds',
      ),
    ).toEqual(['Staff Nurse, Care of the Elderly @ Ribblesdale Infirmary [2019-09..present]']);
  });

  it('takes neither a town with its state nor a line of the text for the employer', () => {
    expect(
      jobs(`Experience
Project Engineer, Bridges   May 2019 – Present
Front Range Structures, Denver, CO
• Engineer of record for six bridges`),
    ).toEqual(['Project Engineer, Bridges @ Front Range Structures [2019-05..present]']);
  });
});

describe('experience by the habit of the section', () => {
  it('reads names that say nothing in the order the other entries show (else employer and title change places)', () => {
    expect(
      jobs(`Experience
Sales Manager, Acme Ltd   2019 – 2021
• Sold
Zorvex, Quillon   2017 – 2019
• Did things
Store Clerk, Globex Inc   2015 – 2017
• Stocked`),
    ).toContain('Zorvex @ Quillon [2017..2019]');
    expect(
      jobs(`Experience
Acme Ltd, Sales Manager   2019 – 2021
• Sold
Zorvex, Quillon   2017 – 2019
• Did things
Globex Inc, Store Clerk   2015 – 2017
• Stocked`),
    ).toContain('Quillon @ Zorvex [2017..2019]');
  });

  it('reads the placeholders of a site that hides employers and towns, in any order', () => {
    for (const head of [
      'Store Clerk   Dec 2013 to Current\nCompany Name － City , State',
      'Store Clerk\nDec 2013 to Current\nCompany Name － City , State',
      'Company Name\nCity , State\nStore Clerk\n12/2013 to Current',
      'Company Name City , State Store Clerk 12/2013 to Current',
      'December 2013\nto Current\nStore Clerk\nCompany Name City , State',
    ]) {
      const text = `Experience\n${head}\nStocked shelves and helped customers find their way.`;
      expect(jobs(text)).toEqual(['Store Clerk @ Company Name [2013-12..present]']);
    }
  });

  it('reads sentences that tell a job', () => {
    expect(
      jobs(`Work Experience
• Currently working as Staff Nurse in Lakeside Hospital from Oct. 2020 to Till Date.
• Worked with Meridian Clinic as Ward Sister from Aug. 2016 to Sep. 2020.
• Worked as a Care Assistant at Sunrise Care Home, Leeds from 2014 to 2016.`),
    ).toEqual([
      'Staff Nurse @ Lakeside Hospital [2020-10..present]',
      'Ward Sister @ Meridian Clinic [2016-08..2020-09]',
      'Care Assistant @ Sunrise Care Home [2014..2016]',
    ]);
  });

  it('reads a table by the names of its columns (else they become employers)', () => {
    expect(
      jobs(`Experience
Organization | Designation | From | To
Lakeside Hospital | Staff Nurse | Jan 2018 | Till date
Meridian Clinic | Ward Sister | Mar 2014 | Dec 2017`),
    ).toEqual([
      'Staff Nurse @ Lakeside Hospital [2018-01..present]',
      'Ward Sister @ Meridian Clinic [2014-03..2017-12]',
    ]);
  });

  it('takes the dates off the end of a labelled value', () => {
    expect(
      jobs(`Employment
Client: Meridian Bank, Tampa, FL\t\tJun 2022 – Aug 2024
Role: Business Analyst
Client: Harbor Insurance, Boise, ID\t\tJul 2020 – May 2022
Role: QA Engineer`),
    ).toEqual([
      'Business Analyst @ Meridian Bank [2022-06..2024-08]',
      'QA Engineer @ Harbor Insurance [2020-07..2022-05]',
    ]);
  });

  it('reads dates that close an entry behind its text', () => {
    expect(
      jobs(`Experience
Sales Manager
Acme Ltd
• Doubled revenue
2019 – 2021
Store Clerk
Globex Inc
• Stocked shelves
2015 – 2019`),
    ).toEqual(['Sales Manager @ Acme Ltd [2019..2021]', 'Store Clerk @ Globex Inc [2015..2019]']);
  });

  it('keeps the terms of a job with its title, and never takes them for the employer', () => {
    expect(
      jobs('Experience\nStore Manager, Night Shift   2019 – 2021\nHarbor Stores Inc\n• Night team'),
    ).toEqual(['Store Manager, Night Shift @ Harbor Stores Inc [2019..2021]']);
  });

  it('takes set-in lines below a head for text where their bullets are lost', () => {
    expect(
      jobs(`Experience
Harbor Stores Inc
Store Manager   2019 – 2021
    Plans of the week
    Training of staff
Store Clerk   2015 – 2019
    Counts of the stock`),
    ).toEqual([
      'Store Manager @ Harbor Stores Inc [2019..2021]',
      'Store Clerk @ Harbor Stores Inc [2015..2019]',
    ]);
  });

  it('keeps dates told inside the text from opening a job', () => {
    expect(
      jobs(`Experience
Store Manager, Harbor Stores Inc   2018 – present
• Planned the weeks of the whole team and supervised up to fifteen people from
  2018 to 2020 during the merger.`),
    ).toEqual(['Store Manager @ Harbor Stores Inc [2018..present]']);
  });
});
