/** The share of each kind among the best drafts. @see https://github.com/google-research-datasets/NewsQuizQA */
export const KIND_SHARES = { who: 0.3, what: 0.4, where: 0.12, 'how-many': 0.18 } as const;
