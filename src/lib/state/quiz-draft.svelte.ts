import type { Standing } from '#lib/bank/types.ts';
import type { AnswerRow, Confidence, Item, RawAnswer } from '#lib/domain/quiz/types.ts';

/** An answer in the making: what the person has put in for one item, not yet stored. */
export class QuizDraft {
	readonly item: Item;
	#newId: () => string;
	#stored: string;

	/** The id the answer will be stored under: another one for another answer, so a double tap stores once. */
	id: string;
	text = $state('');
	option = $state<number | null>(null);
	says = $state<boolean | null>(null);
	options = $state<(number | null)[]>([]);
	standings = $state<(Standing | null)[]>([]);
	confidence = $state<Confidence>();
	/** Whether the options are shown yet, where the question stands alone first. */
	optionsShown = $state(false);

	/** Begins with what was stored before, where there is something. */
	constructor(item: Item, newId: () => string, stored?: AnswerRow) {
		this.item = item;
		this.#newId = newId;
		this.id = newId();
		this.options = item.parts.map(() => null);
		this.standings = item.parts.map(() => null);
		if (stored) this.#fill(stored);
		this.#stored = this.#print();
	}

	/** The answer as it stands; nothing while the item is untouched. */
	get raw(): RawAnswer | undefined {
		const { option, says } = this;
		switch (this.item.form) {
			case 'type':
				return this.text.trim() ? { form: 'type', text: this.text.trim() } : undefined;
			case 'choose':
				return option === null ? undefined : { form: 'choose', option };
			case 'true-false':
				return says === null ? undefined : { form: 'true-false', says };
			default:
				return this.#rawParts(this.item.form);
		}
	}

	/** Whether every part of the item has its answer. */
	get isComplete(): boolean {
		if (this.item.form === 'match') return !this.options.some(isNull);
		if (this.item.form === 'sort') return !this.standings.some(isNull);
		return this.raw !== undefined;
	}

	/** Whether there is something to store that is not stored yet. */
	get isChanged(): boolean {
		return this.raw !== undefined && this.#print() !== this.#stored;
	}

	typed(text: string): void {
		this.text = text;
		this.#touch();
	}

	choose(option: number): void {
		if (this.item.form !== 'choose' || !this.item.options[option]) return;
		this.option = option;
		this.#touch();
	}

	judge(says: boolean): void {
		this.says = says;
		this.#touch();
	}

	match(part: number, option: number | null): void {
		this.options[part] = option;
		this.#touch();
	}

	sort(part: number, standing: Standing): void {
		this.standings[part] = standing;
		this.#touch();
	}

	/** Sets how sure the person is; the same tap again takes it back. */
	feel(confidence: Confidence): void {
		this.confidence = this.confidence === confidence ? undefined : confidence;
		this.#touch();
	}

	/** Notes that the answer as it stands is stored now. */
	kept(): void {
		this.#stored = this.#print();
		this.id = this.#newId();
	}

	#rawParts(form: 'match' | 'sort'): RawAnswer | undefined {
		const { options, standings } = this;
		if (form === 'match')
			return options.every(isNull) ? undefined : { form, options: [...options] };
		return standings.every(isNull) ? undefined : { form, standings: [...standings] };
	}

	#touch(): void {
		this.id = this.#newId();
	}

	#print(): string {
		return JSON.stringify([this.raw, this.confidence]);
	}

	#fill({ raw, confidence }: AnswerRow): void {
		this.confidence = confidence;
		if (raw.form === 'type') this.text = raw.text;
		if (raw.form === 'choose') this.option = raw.option;
		if (raw.form === 'true-false') this.says = raw.says;
		if (raw.form === 'match') this.options = [...raw.options];
		if (raw.form === 'sort') this.standings = [...raw.standings];
		this.optionsShown = true;
	}
}

function isNull(value: unknown): boolean {
	return value === null;
}
