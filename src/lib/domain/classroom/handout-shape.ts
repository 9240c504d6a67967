import type { Shape } from './lean.ts';

const SENTENCES = [{ text: 0, facts: 0 }] as const;

/** How a handout's words are written in a link; what is bytes, dates and numbers stands before them. */
export const HANDOUT_SHAPE = {
	className: 0,
	title: 0,
	quiz: {
		version: 0,
		title: 0,
		bank: {
			version: 0,
			edition: 0,
			reports: [
				{
					id: 0,
					title: 0,
					publisher: { name: 0, basis: 0 },
					date: { value: 0, basis: 0 },
					place: 0,
					paragraphs: 0,
					brief: { plain: SENTENCES, full: SENTENCES },
					timeline: [{ when: 0, what: 0, fact: 0 }],
					notice: 0
				}
			],
			names: [{ id: 0, name: 0, type: 0, aliases: 0, partOf: 0, actsFor: 0, side: 0, role: 0 }],
			facts: [
				{
					id: 0,
					reportId: 0,
					paragraph: 0,
					standing: 0,
					when: 0,
					text: 0,
					source: 0,
					grave: 0
				}
			],
			questions: [
				{
					id: 0,
					kind: 0,
					level: 0,
					ask: 0,
					answer: {
						form: 0,
						name: 0,
						names: 0,
						text: 0,
						quantity: 0,
						accept: 0,
						not: [{ text: 0, why: 0 }]
					},
					distractors: 0,
					explain: 0,
					factIds: 0,
					rivals: [{ name: 0, text: 0 }],
					cue: 0,
					forms: 0,
					grave: 0,
					later: 0,
					comparisonId: 0,
					was: 0
				}
			],
			comparisons: [{ id: 0, factIds: 0, relation: 0, why: 0 }]
		},
		items: [
			{
				form: 0,
				parts: [{ questionId: 0, cue: 0, factId: 0 }],
				right: 0,
				options: [{ text: 0, answers: 0 }],
				proposed: 0
			}
		],
		publicQuestionIds: 0
	}
} as const satisfies Shape;
