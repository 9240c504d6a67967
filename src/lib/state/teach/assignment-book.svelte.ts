import type { AnswerGroup } from '#lib/domain/classroom/answer-groups.ts';
import { answerId, answerLabel, answerOf } from '#lib/domain/classroom/part-answers.ts';
import type { QuizPart } from '#lib/domain/classroom/quiz-parts.ts';
import { previewRegrade, type RegradePreview } from '#lib/domain/classroom/regrade.ts';
import type { RulingInForce } from '#lib/domain/classroom/rulings.ts';
import type { PupilNo } from '#lib/domain/classroom/types.ts';
import type { MissingProblem } from '#lib/storage/class-repository.ts';
import { EVERY_ASSIGNMENT } from '#lib/storage/class-rows.ts';
import type { Outcome, StoreProblem } from '#lib/storage/outcome.ts';
import { saveMarks, type MarksFormat } from './assignment-files.ts';
import { AssignmentMarks } from './assignment-marks.svelte.ts';
import {
	draftReteaching,
	draftSecond,
	giveSecond,
	type PaperProblem,
	type SecondPaper
} from './more-papers.ts';
import { rulingsOf, scopeOf, type Decision } from './rulings-log.ts';

/** A teacher at the marks of one assignment: decisions, release, further papers. */
export class AssignmentBook extends AssignmentMarks {
	busy = $state(false);
	problem = $state.raw<PaperProblem>();

	/** What accepting an answer, or all that read so, comes to as decisions. */
	judgement(
		part: QuizPart,
		groups: readonly AnswerGroup[],
		{ credit, remember }: { credit: 0 | 0.5 | 1; remember: boolean }
	): Decision[] {
		const { questionId, hash } = part;
		return groups.map(({ answer }) => ({
			type: 'judge',
			...(!remember && { assignmentId: this.id }),
			part: { questionId, hash },
			answer,
			credit
		}));
	}

	/** The groups of answers to a part that the analysis calls by one label. */
	groupsCalled(part: QuizPart, label: string): AnswerGroup[] {
		const groups = this.answers.find((each) => each.part.key === part.key)?.groups ?? [];
		// However it is spelt, a typed answer is told apart as the grader reads it.
		const typed = answerOf(part, { form: 'type', text: label });
		return groups.filter(({ answer }) =>
			typed ? answerId(answer) === answerId(typed) : answerLabel(part.item, answer) === label
		);
	}

	/** Whose marks decisions would change, among attempts that can count. */
	preview(decisions: readonly Decision[]): RegradePreview | undefined {
		const record = this.record;
		if (!record || !this.marked) return undefined;
		const able = this.marked.pupils
			.filter(({ state }) => state !== 'excused')
			.flatMap(({ attempts }) => attempts.filter(({ isExtra }) => !isExtra));
		return previewRegrade({
			versions: record.versions,
			submissions: able.map(({ submission }) => submission),
			rulings: record.rulings,
			next: rulingsOf(decisions, record.rulings, this.app.now())
		});
	}

	/** Keeps decisions; whether all of them are. */
	async decide(decisions: readonly Decision[]): Promise<boolean> {
		const record = this.record;
		if (!record) return false;
		for (const ruling of rulingsOf(decisions, record.rulings, this.app.now())) {
			const scope = ruling.type === 'undo' ? this.#scopeOf(ruling.of) : scopeOf(ruling);
			if (!this.#keep(await this.store.rule(ruling, scope))) return false;
		}
		return true;
	}

	/** Takes a decision back; whether it was. */
	undo(id: string): Promise<boolean> {
		return this.decide([{ type: 'undo', of: id }]);
	}

	/** Takes the newest decision on this assignment back. */
	async undoLast(): Promise<RulingInForce | undefined> {
		const [last] = this.log;
		return last && (await this.undo(last.id)) ? last : undefined;
	}

	/** Lets pupils open what was right: from then on the code is theirs. */
	async release(): Promise<boolean> {
		const now = this.app.now();
		return this.#keep(
			await this.store.change(this.id, (row) => ({ ...row, releasedAt: row.releasedAt ?? now }))
		);
	}

	/** Deletes it with everything that came back; a class server that has it is told so. */
	async remove(): Promise<boolean> {
		return this.#keep(await this.store.remove(this.id));
	}

	/** A draft quiz on what these parts asked; its id. */
	reteach(keys: readonly string[], title: string): Promise<string | undefined> {
		const parts = keys.flatMap((key) => this.parts.find((part) => part.key === key) ?? []);
		return this.#make(async () => {
			const made = await draftReteaching(this.app, { title, parts, asked: this.parts });
			return this.#keep(made) && made.ok ? made.value.id : undefined;
		});
	}

	/** A parallel paper as a draft. */
	drawSecond(title: string): Promise<SecondPaper | undefined> {
		return this.#make(async () => {
			const { assignment } = this;
			if (!assignment) return undefined;
			const made = await draftSecond(this.app, assignment, { title });
			return this.#keep(made) && made.ok ? made.value : undefined;
		});
	}

	/** Gives a parallel paper to those who have not sat this one; the id of its assignment. */
	giveSecond(quizId: string, numbers: readonly PupilNo[]): Promise<string | undefined> {
		return this.#make(async () => {
			const { assignment } = this;
			if (!assignment || numbers.length === 0) return undefined;
			const made = await giveSecond(this.app, assignment, { quizId, numbers });
			return this.#keep(made) && made.ok ? made.value.id : undefined;
		});
	}

	/** Hands the marks to the downloads. */
	saveMarks(format: MarksFormat, withNames: boolean): void {
		const { marked, column, schoolClass } = this;
		if (marked && column && schoolClass)
			saveMarks({ format, marked, column, schoolClass, withNames });
	}

	/** One at a time: a second tap makes no second paper. */
	async #make<T>(work: () => Promise<T | undefined>): Promise<T | undefined> {
		if (this.busy) return undefined;
		this.busy = true;
		try {
			return await work();
		} finally {
			this.busy = false;
		}
	}

	#scopeOf(id: string): string {
		const ruling = this.log.find((each) => each.id === id);
		return ruling ? scopeOf(ruling) : EVERY_ASSIGNMENT;
	}

	#keep(kept: Outcome<unknown, PaperProblem | MissingProblem | StoreProblem>): boolean {
		this.problem = kept.ok ? undefined : kept.problem;
		return kept.ok;
	}
}
