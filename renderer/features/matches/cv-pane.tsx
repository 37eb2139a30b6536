import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '@/renderer/app/api';
import { ResumePane } from '@/renderer/features/candidates';
import type { ShownProof } from '@/renderer/features/matches/explanation-panel';
import { readingIn } from '@/shared/domain/candidates/review';
import type { CandidateDetail } from '@/shared/domain/candidates/views';
import type { Evidence } from '@/shared/domain/parsing/parsed-resume';

interface Props {
  readonly candidateId: string;
  readonly proof: ShownProof;
}

/** The CV with the place that proves a criterion marked in it. */
export function CvPane({ candidateId, proof }: Props) {
  const api = useApi();
  const detail = useQuery(api.candidates.get.queryOptions({ input: { id: candidateId } }));
  const target = useMemo(
    () => ({
      resumeId: proof.resumeId,
      evidence: evidenceAt(detail.data, proof),
      label: proof.label,
    }),
    [detail.data, proof],
  );
  return <ResumePane resumeId={proof.resumeId} queryText="" target={target} />;
}

/** The place on the page where it was read as a field; words in between have only their place in the text. */
function evidenceAt(detail: CandidateDetail | undefined, proof: ShownProof): Evidence {
  const { start, end } = proof;
  const readings =
    detail === undefined
      ? []
      : [
          ...Object.values(detail.candidate.provenance),
          ...[...detail.skills, ...detail.experience, ...detail.education].map(
            ({ provenance }) => provenance,
          ),
        ].flatMap((provenance) => {
          const reading = provenance === undefined ? null : readingIn(provenance);
          return reading === null || reading.resumeId !== proof.resumeId ? [] : [reading];
        });
  const exact = readings.find(
    ({ evidence }) => evidence !== null && evidence.start === start && evidence.end === end,
  );
  const around = readings.find(
    ({ evidence }) => evidence !== null && evidence.start <= start && evidence.end >= end,
  );
  const evidence = (exact ?? around)?.evidence;
  return { start, end, page: evidence?.page ?? 1, boxes: evidence?.boxes ?? [] };
}
