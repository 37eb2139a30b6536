import type { InferContractRouterOutputs } from '@orpc/contract';
import type { apiContract } from '@/shared/contract/api';
import type { Curtain } from '@/shared/domain/blind/curtain';
import type { Id } from '@/shared/kit/ids';

/** How people of an answer are hidden: who stands in it, and the answer as it may leave the core. */
export interface Hiding<Answer> {
  readonly of: (answer: Answer) => readonly Id[];
  /** Whether the answer holds pieces of CVs, so that what was found in those has to be known too. */
  readonly deep?: boolean;
  readonly hide: (answer: Answer, curtain: Curtain) => Answer;
}

/**
 * How the answer of a procedure shows candidates. `nobody`: not at all, or by their ids alone. `refused`: it is about who they are, about
 * their records as such, or gives the file itself, and is not for somebody who reviews blind.
 */
export type Shows<Answer> = 'nobody' | 'refused' | Hiding<Answer>;

export type Outputs = InferContractRouterOutputs<typeof apiContract>;
/** How each procedure of each subject shows candidates. */
export type Answers = {
  readonly [S in keyof Outputs]: { readonly [P in keyof Outputs[S]]: Shows<Outputs[S][P]> };
};

/** The same of each of several. */
export const eachOf = <Answer>({ of, deep, hide }: Hiding<Answer>): Hiding<Answer[]> => ({
  of: (answers) => answers.flatMap(of),
  ...(deep && { deep }),
  hide: (answers, curtain) => answers.map((answer) => hide(answer, curtain)),
});
