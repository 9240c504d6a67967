/** Whom a pronoun of the third person can stand for. */
export interface Pronoun {
	stands: 'man' | 'woman' | 'thing' | 'several';
	isPossessive: boolean;
}

/** The pronouns that are looked up, but "them", which may be any things; "her" is read by what follows it. */
export const PRONOUNS = new Map<string, Pronoun>([
	['he', { stands: 'man', isPossessive: false }],
	['him', { stands: 'man', isPossessive: false }],
	['his', { stands: 'man', isPossessive: true }],
	['she', { stands: 'woman', isPossessive: false }],
	['her', { stands: 'woman', isPossessive: true }],
	['it', { stands: 'thing', isPossessive: false }],
	['its', { stands: 'thing', isPossessive: true }],
	['they', { stands: 'several', isPossessive: false }],
	['their', { stands: 'several', isPossessive: true }]
]);
