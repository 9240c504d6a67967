import type { Bank, Name } from '#lib/bank/types.ts';
import { distractorsOf } from '#lib/domain/desk/distractors.ts';
import type { AnswerGuess } from '#lib/domain/desk/guess.ts';
import { guessStanding, type StandingGuess } from '#lib/domain/desk/guess-standing.ts';
import { checkDesk, liveChecks, type Hint } from '#lib/domain/desk/live-checks.ts';
import type { Desk, DeskFact, DeskQuestion } from '#lib/domain/desk/types.ts';
import { sentenceOf } from './desk-publishing.ts';
import { guessAgain } from './desk-selection.ts';

interface Checked {
	desk: Desk;
	/** All names the desk can speak of. */
	names: Name[];
	/** What the device has beside it; nothing is checked before that is read. */
	bank: Bank | undefined;
}

/** What there is to tell of a desk as it stands. */
export class DeskChecks {
	#checked: () => Checked;

	constructor(checked: () => Checked) {
		this.#checked = checked;
	}

	/** What there is to see to on a question while it is written. */
	hints(question: DeskQuestion): Hint[] {
		const { desk, ...around } = this.#checked();
		return around.bank ? liveChecks(desk, question, around) : [];
	}

	/** All that still keeps the report from being finished. */
	todo(): Hint[] {
		const { desk, ...around } = this.#checked();
		return around.bank ? checkDesk(desk, around) : [];
	}

	/** The wrong answers a quiz would offer beside a question's, the author's own first. */
	distractors(question: DeskQuestion): string[] {
		const { desk, ...around } = this.#checked();
		return around.bank ? distractorsOf(desk, question, around) : [];
	}

	/** What the selected words of a question look like, now that more names may be known. */
	guess(question: DeskQuestion): AnswerGuess | undefined {
		const { desk, names } = this.#checked();
		return guessAgain(desk, question, names);
	}

	/** How sure the sentence of a fact is, as its words tell, and who says so. */
	standing(fact: DeskFact): StandingGuess {
		const { desk, names } = this.#checked();
		return guessStanding(sentenceOf(desk, fact.id), names);
	}
}
