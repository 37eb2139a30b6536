import type { Provenance } from '@/shared/domain/candidates/records';
import type {
  CandidateDetail,
  CandidateRow,
  ResumeSummary,
  ShownResume,
} from '@/shared/domain/candidates/views';
import type { Explanation } from '@/shared/domain/matching/views';
import type { ParsedResume } from '@/shared/domain/parsing/parsed-resume';
import type {
  ApplicationView,
  ShortlistEntry,
  ShownApplication,
} from '@/shared/domain/pipeline/views';
import type { InterviewView } from '@/shared/domain/interviews/views';
import type { Id } from '@/shared/kit/ids';
import type { Curtain } from './curtain';

// What of people is behind a curtain, shape by shape. Texts keep their length, so that places in them stay right; what is a value of its own
// is gone.

/** A row of the list. */
export function blindRow(row: CandidateRow, curtain: Curtain): CandidateRow {
  const { id } = row;
  const noContact = curtain.hides('contact');
  const headline = curtain.textOrNull(id, row.headline);
  return {
    ...row,
    name: curtain.name(id, row.name),
    nameHits: curtain.hides('name') ? [] : row.nameHits,
    headline,
    // A mark on what is hidden would say that it is what was looked for.
    headlineHits: headline === row.headline ? row.headlineHits : [],
    company: curtain.textOrNull(id, row.company),
    location: curtain.place(id, row.location),
    email: noContact ? null : row.email,
    phone: noContact ? null : row.phone,
    skills: row.skills.map((skill) => curtain.text(id, skill)),
    ...(row.custom && {
      custom: row.custom.map((one) => ({ ...one, text: curtain.textOrNull(id, one.text) })),
    }),
    snippet: null,
  };
}

/** Everything of a candidate's page. */
export function blindDetail(detail: CandidateDetail, curtain: Curtain): CandidateDetail {
  const { candidate } = detail;
  const { id } = candidate;
  const text = (value: string): string => curtain.text(id, value);
  const textOrNull = (value: string | null): string | null => curtain.textOrNull(id, value);
  const noSchools = curtain.hides('schools');
  const noYears = curtain.hides('study-years');
  const others = !curtain.hides('name');
  return {
    ...detail,
    candidate: {
      ...candidate,
      name: curtain.name(id, candidate.name),
      headline: textOrNull(candidate.headline),
      location: curtain.place(id, candidate.location),
      summary: textOrNull(candidate.summary),
      noticePeriod: textOrNull(candidate.noticePeriod),
      workPermission: textOrNull(candidate.workPermission),
      provenance: Object.fromEntries(
        Object.entries(candidate.provenance).map(([field, one]) => [field, blindProvenance(one)]),
      ),
    },
    contactPoints: curtain.hides('contact') ? [] : detail.contactPoints,
    experience: detail.experience.map((job) => ({
      ...job,
      company: textOrNull(job.company),
      title: textOrNull(job.title),
      location: textOrNull(job.location),
      description: text(job.description),
      provenance: blindProvenance(job.provenance),
    })),
    education: detail.education.map((study) => ({
      ...study,
      institution: noSchools ? null : textOrNull(study.institution),
      degree: textOrNull(study.degree),
      field: textOrNull(study.field),
      grade: textOrNull(study.grade),
      start: noYears ? null : study.start,
      end: noYears ? null : study.end,
      provenance: blindProvenance(study.provenance),
    })),
    skills: detail.skills.map((skill) => ({
      ...skill,
      name: text(skill.name),
      key: text(skill.key),
      provenance: blindProvenance(skill.provenance),
    })),
    certifications: detail.certifications.map((one) => ({
      ...one,
      name: text(one.name),
      issuer: textOrNull(one.issuer),
      provenance: blindProvenance(one.provenance),
    })),
    languages: detail.languages.map((language) => ({
      ...language,
      levelText: textOrNull(language.levelText),
      provenance: blindProvenance(language.provenance),
    })),
    custom: detail.custom.map((one) => ({ ...one, text: textOrNull(one.text) })),
    resumes: detail.resumes.map((resume) => blindFile(resume, id, curtain)),
    notes: detail.notes.map((note) => ({ ...note, body: text(note.body) })),
    possibleDuplicates: others ? detail.possibleDuplicates : [],
    merged: others ? detail.merged : [],
  };
}

/** What a part was known by as it was read is not told. */
const blindProvenance = (provenance: Provenance): Provenance =>
  provenance.source === 'person' && provenance.read !== undefined
    ? { ...provenance, read: { ...provenance.read, words: [] } }
    : provenance;

/** A digest tells who has the same file that it is theirs. */
const NO_DIGEST = '0'.repeat(64);

function blindFile(resume: ResumeSummary, id: Id, curtain: Curtain): ResumeSummary {
  return {
    ...resume,
    fileName: curtain.file(resume.fileName),
    sha256: NO_DIGEST,
    notices: resume.notices.map((one) => ({ ...one, message: curtain.text(id, one.message) })),
    origin: resume.origin && { ...resume.origin, path: '' },
  };
}

/** A résumé: its text and what was read from it. Its pages are never shown: that is for who asks for the file. */
export function blindResume(resume: ShownResume, curtain: Curtain): ShownResume {
  const id = resume.candidateId;
  return {
    ...resume,
    ...blindFile(resume, id, curtain),
    text: curtain.text(id, resume.text),
    parsed: blindReading(resume.parsed, id, curtain),
  };
}

function blindReading(parsed: ParsedResume, id: Id, curtain: Curtain): ParsedResume {
  const text = (value: string): string => curtain.text(id, value);
  const textOrNull = (value: string | null): string | null => curtain.textOrNull(id, value);
  const noContact = curtain.hides('contact');
  const noSchools = curtain.hides('schools');
  const noYears = curtain.hides('study-years');
  const { name, headline, summary, location, noticePeriod, workPermission } = parsed;
  return {
    ...parsed,
    name: curtain.hides('name') ? null : name,
    headline: headline && { ...headline, value: text(headline.value) },
    emails: noContact ? [] : parsed.emails,
    phones: noContact ? [] : parsed.phones,
    links: noContact ? [] : parsed.links,
    location: location && { ...location, text: curtain.place(id, location.text) ?? '' },
    summary: summary && { ...summary, value: text(summary.value) },
    experience: parsed.experience.map((job) => ({
      ...job,
      company: textOrNull(job.company),
      title: textOrNull(job.title),
      location: textOrNull(job.location),
      description: text(job.description),
    })),
    education: parsed.education.map((study) => ({
      ...study,
      institution: noSchools ? null : textOrNull(study.institution),
      degree: textOrNull(study.degree),
      field: textOrNull(study.field),
      grade: textOrNull(study.grade),
      start: noYears ? null : study.start,
      end: noYears ? null : study.end,
    })),
    skills: parsed.skills.map((skill) => ({
      ...skill,
      name: text(skill.name),
      verbatim: text(skill.verbatim),
    })),
    languages: parsed.languages.map((one) => ({ ...one, levelText: textOrNull(one.levelText) })),
    certifications: parsed.certifications.map((one) => ({
      ...one,
      name: text(one.name),
      issuer: textOrNull(one.issuer),
    })),
    noticePeriod: noticePeriod && { ...noticePeriod, text: text(noticePeriod.text) },
    workPermission: workPermission && { ...workPermission, text: text(workPermission.text) },
    notices: parsed.notices.map((one) => ({ ...one, message: text(one.message) })),
  };
}

/** An application with its story. */
export function blindApplication(view: ApplicationView, curtain: Curtain): ApplicationView {
  const { application } = view;
  const id = application.candidateId;
  return {
    ...view,
    application: blindRecord(application, curtain),
    candidateName: curtain.name(id, view.candidateName),
    steps: view.steps.map((step) => ({ ...step, reason: curtain.textOrNull(id, step.reason) })),
    notes: view.notes.map((note) => ({ ...note, body: curtain.text(id, note.body) })),
  };
}

/** The texts that people wrote on an application. */
export const blindRecord = <A extends ShownApplication>(application: A, curtain: Curtain): A => {
  const id = application.candidateId;
  return {
    ...application,
    reasonNote: curtain.textOrNull(id, application.reasonNote),
    overrideReason: curtain.textOrNull(id, application.overrideReason),
    writeUp: curtain.text(id, application.writeUp),
  };
};

/** An interview: the texts that people wrote on it, and who it is with. */
export function blindInterview(view: InterviewView, curtain: Curtain): InterviewView {
  const { interview } = view;
  const id = interview.candidateId;
  return {
    ...view,
    interview: {
      ...interview,
      roundName: curtain.text(id, interview.roundName),
      meetingLink: curtain.text(id, interview.meetingLink),
      location: curtain.text(id, interview.location),
      instructions: curtain.text(id, interview.instructions),
      statusNote: curtain.text(id, interview.statusNote),
      feedback: curtain.text(id, interview.feedback),
    },
    candidateName: curtain.name(id, view.candidateName),
  };
}

/** Somebody on a shortlist. */
export function blindEntry(entry: ShortlistEntry, curtain: Curtain): ShortlistEntry {
  const id = entry.application.candidateId;
  return {
    ...entry,
    application: blindRecord(entry.application, curtain),
    name: curtain.name(id, entry.name),
    headline: curtain.textOrNull(id, entry.headline),
    location: curtain.place(id, entry.location),
    noticePeriod: curtain.textOrNull(id, entry.noticePeriod),
    workPermission: curtain.textOrNull(id, entry.workPermission),
    current: curtain.textOrNull(id, entry.current),
    education: curtain.textOrNull(id, entry.education),
    languages: entry.languages.map((language) => curtain.text(id, language)),
  };
}

/** Why somebody fits a job. */
export function blindExplanation(one: Explanation, curtain: Curtain): Explanation {
  const id = one.candidateId;
  return {
    ...one,
    name: curtain.name(id, one.name),
    criteria: one.criteria.map((criterion) => ({
      ...criterion,
      nearest: curtain.textOrNull(id, criterion.nearest),
      proof: criterion.proof && {
        ...criterion.proof,
        quote: curtain.text(id, criterion.proof.quote),
        before: curtain.text(id, criterion.proof.before),
        after: curtain.text(id, criterion.proof.after),
      },
    })),
  };
}
