// Confidences beside whether the corpus answers the question → how well one tells from the other. Pure.

export interface RatedQuestion {
  answerable: boolean;
  confidence: number;
  abstained: boolean;
}

export interface AbstentionFigures {
  /** Probability that an answerable question is rated above one that is not. */
  auroc: number;
  /** At the threshold in use: shares of answerable questions answered, and of the others declined. */
  answered: number;
  declined: number;
  /** The same, were the threshold elsewhere. */
  at: { threshold: number; answered: number; declined: number }[];
}

const THRESHOLDS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6];

export function abstentionFigures(rated: RatedQuestion[]): AbstentionFigures | null {
  const yes = rated.filter((question) => question.answerable);
  const no = rated.filter((question) => !question.answerable);
  if (yes.length === 0 || no.length === 0) return null;
  const share = (list: RatedQuestion[], test: (question: RatedQuestion) => boolean) =>
    round(list.filter(test).length / list.length);
  const wins = yes.reduce((sum, a) => {
    return (
      sum + no.reduce((won, b) => won + (a.confidence > b.confidence ? 1 : a.confidence === b.confidence ? 0.5 : 0), 0)
    );
  }, 0);
  return {
    auroc: round(wins / (yes.length * no.length)),
    answered: share(yes, (question) => !question.abstained),
    declined: share(no, (question) => question.abstained),
    at: THRESHOLDS.map((threshold) => ({
      threshold,
      answered: share(yes, (question) => question.confidence >= threshold),
      declined: share(no, (question) => question.confidence < threshold),
    })),
  };
}

const round = (value: number) => Math.round(value * 1000) / 1000;
