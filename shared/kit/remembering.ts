/**
 * A pure function of a text that keeps its last answers: weighing the pieces of a CV asks the same of the same words ten times
 * over. As many are kept as a long CV asks for; then all are let go, so that memory stays bounded.
 */
export function remembering<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    let answer = known.get(text);
    if (answer === undefined) {
      answer = ask(text);
      if (known.size >= MOST) known.clear();
      known.set(text, answer);
    }
    return answer;
  };
}

const MOST = 4000;
