import { lookUp, type LookUp } from '#lib/bank/look-up.ts';
import type { Bank, FactId, ReportId } from '#lib/bank/types.ts';
import type { Desk, DeskComparison, DeskFact, Paragraph } from '#lib/domain/desk/types.ts';
import { factWords } from './compare-facts.ts';
import { sentenceOf } from './desk-publishing.ts';

/** A fact that a comparison holds, or may hold. */
export interface ComparedFact {
	id: FactId;
	/** Empty where the fact is gone. */
	text: string;
	/** Title of its report; empty where that is gone. */
	report: string;
	paragraph?: Paragraph['number'];
	/** What of it is not on this device any more. */
	gone?: 'report' | 'fact';
}

interface Among {
	desk: Desk;
	/** What the device has, without this desk's report. */
	bank: Bank | undefined;
}

/** What a desk's comparisons hold, and what else there is to hold against it. */
export class DeskComparing {
	#among: () => Among;

	constructor(among: () => Among) {
		this.#among = among;
	}

	/** The reports whose facts can be compared, this one first. */
	reports(): { id: ReportId; title: string }[] {
		const { desk, bank } = this.#among();
		const others = (bank?.reports ?? []).map(({ id, title }) => ({ id, title }));
		return [{ id: desk.id, title: desk.head.title }, ...others];
	}

	/** The facts of a report, in its order. */
	factsOf(reportId: ReportId): ComparedFact[] {
		const { desk, bank } = this.#among();
		if (reportId === desk.id) return Object.values(desk.facts).sort(byPlace).map(onDesk(desk));
		const look = bank && lookUp(bank);
		return look ? look.factsOf(reportId).map(({ id }) => inBank(look, id)) : [];
	}

	/** The facts a comparison holds, also those that are gone. */
	heldBy({ factIds }: DeskComparison): ComparedFact[] {
		return factIds.map((id) => this.#fact(id));
	}

	/** The comparisons that hold a fact which is gone. */
	broken(): DeskComparison[] {
		const { desk, bank } = this.#among();
		// What other reports hold is not known before they are read.
		if (!bank) return [];
		const all = Object.values(desk.comparisons ?? {});
		return all.filter((each) => this.heldBy(each).some(({ gone }) => gone !== undefined));
	}

	#fact(id: FactId): ComparedFact {
		const { desk, bank } = this.#among();
		const [reportId, own = ''] = id.split('/');
		if (reportId !== desk.id) return bank ? inBank(lookUp(bank), id) : { id, text: '', report: '' };
		const fact = desk.facts[own];
		return fact ? onDesk(desk)(fact) : { id, text: '', report: desk.head.title, gone: 'fact' };
	}
}

const placeOf = ({ sentence: { paragraph } }: DeskFact) =>
	paragraph === 'caption' ? 0 : paragraph;

const byPlace = (a: DeskFact, b: DeskFact) =>
	placeOf(a) - placeOf(b) || a.sentence.start - b.sentence.start;

function onDesk(desk: Desk): (fact: DeskFact) => ComparedFact {
	return ({ id, text, sentence }) => {
		const asked = Object.values(desk.questions).find(({ factId }) => factId === id)?.ask;
		const words = text || sentenceOf(desk, id) || (asked ?? '');
		const { paragraph } = sentence;
		return { id: `${desk.id}/${id}`, text: words, report: desk.head.title, paragraph };
	};
}

function inBank(look: LookUp, id: FactId): ComparedFact {
	const report = look.report(id.split('/')[0] ?? '');
	const fact = look.fact(id);
	if (!report) return { id, text: '', report: '', gone: 'report' };
	if (!fact) return { id, text: '', report: report.title, gone: 'fact' };
	return { id, text: factWords(look, fact), report: report.title, paragraph: fact.paragraph };
}
