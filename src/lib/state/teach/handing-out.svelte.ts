import { chooseCarrier, type Carrier } from '#lib/domain/classroom/carrier.ts';
import { fingerprintWords, publicPoint } from '#lib/domain/classroom/class-keys.ts';
import { makeHandout, presentQuiz } from '#lib/domain/classroom/hand-out.ts';
import { printHandoutFile, printHandoutLink } from '#lib/domain/classroom/handout-codec.ts';
import { packIdHandout, printIdLink } from '#lib/domain/classroom/id-handout.ts';
import { makeIdHandout } from '#lib/domain/classroom/id-quiz.ts';
import type { Assignment, ClassQuiz, FrozenQuiz } from '#lib/domain/classroom/types.ts';
import { AssignmentRepository } from '#lib/storage/assignment-repository.ts';
import { ClassRepository } from '#lib/storage/class-repository.ts';
import type { ClassRow } from '#lib/storage/class-rows.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';
import { asking, browserHanding } from '#lib/state/backup-handing.ts';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import { CLASS_FILE } from '#lib/state/classroom/sealed-result.ts';
import { freezeFor } from './quiz-freezing.ts';
import { isSingle } from './quiz-items.ts';

/** The ways an assignment can go to its pupils. */
export interface Ways extends Carrier {
	/** The whole link, with the questions in it. */
	link: string;
	/** The link of ids, for a code; absent where there is none. */
	codeLink?: string;
	/** Items of several questions stand in the way of a code. */
	hasGroups: boolean;
	/** The text of the file. */
	file: string;
	fileName: string;
}

/** What is given out and to whom. */
interface Handing {
	assignment: Assignment;
	schoolClass: ClassRow;
	/** Absent where it was deleted. */
	quiz?: ClassQuiz;
}

const MOST_NAME_LETTERS = 60;

/** A title as the name of a file that every system takes. */
function fileNameOf(title: string): string {
	const plain = title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
	return (plain.slice(0, MOST_NAME_LETTERS) || 'recount') + CLASS_FILE.ending;
}

/** An assignment going out to its pupils: by code, link or file, and whether the quiz has moved on. */
export class HandingOut {
	#app: ClassApp;
	#classes: ClassRepository;
	#assignments: AssignmentRepository;
	/** Where pupils open what they are given: the address up to the `#`. */
	readonly #address: string;
	#madeFor = '';

	readonly id: string;
	/** Whether this browser hands files and links to other apps. */
	readonly shares = browserHanding(CLASS_FILE).share !== undefined;
	status = $state<'loading' | 'ready' | 'missing' | 'failed' | 'insecure'>('loading');
	handing = $state.raw<Handing>() as Handing;
	ways = $state.raw<Ways>();
	/** The quiz as it would go out now, where it was changed since. */
	newer = $state.raw<FrozenQuiz>();
	busy = $state(false);
	problem = $state.raw<StoreProblem | { code: 'missing' }>();

	constructor(app: ClassApp, id: string, address: string) {
		this.#app = app;
		this.id = id;
		this.#address = address;
		this.#classes = new ClassRepository(app.database);
		this.#assignments = new AssignmentRepository(app.database);
	}

	/** Follows the assignment, also where another tab changes it; returns what ends that. */
	open(): () => void {
		if ((crypto.subtle as SubtleCrypto | undefined) === undefined) {
			this.status = 'insecure';
			return () => undefined;
		}
		const { unsubscribe } = this.#assignments.watch(this.id).subscribe(
			(record) => void this.#follow(record?.assignment).catch(() => (this.status = 'failed')),
			() => (this.status = 'failed')
		);
		return () => unsubscribe();
	}

	/** Where pupils make the app ready beforehand. */
	get address(): string {
		return this.#address;
	}

	/** The class's four words, by which pupils can tell that it is their teacher's. */
	get words(): string[] {
		return fingerprintWords(publicPoint(this.handing.schoolClass.keys.sign.publicKey));
	}

	get present(): FrozenQuiz | undefined {
		return presentQuiz(this.handing.assignment);
	}

	/** Gives out the quiz as it is now; attempts at earlier versions keep theirs. */
	async renew(): Promise<void> {
		const { newer } = this;
		if (!newer || this.busy) return;
		this.busy = true;
		const outcome = await this.#assignments.change(this.id, (row) => {
			const version = (row.versions.at(-1)?.version ?? 0) + 1;
			return { ...row, title: newer.title, versions: [...row.versions, { ...newer, version }] };
		});
		this.busy = false;
		if (outcome.ok) this.newer = undefined;
		this.problem = outcome.ok ? undefined : outcome.problem;
	}

	/** Whether a link is on the clipboard now. */
	async copy(link: string): Promise<boolean> {
		const copied = await asking(() => navigator.clipboard.writeText(link));
		return copied.code === 'given';
	}

	async shareLink(url: string): Promise<void> {
		const { title } = this.handing.assignment;
		await asking(() => navigator.share({ title, url }));
	}

	/** Hands the file to the downloads, or to another app. */
	async handFile(way: 'save' | 'share'): Promise<void> {
		const { ways } = this;
		if (!ways) return;
		const { share, download } = browserHanding(CLASS_FILE);
		const file = new Blob([ways.file], { type: CLASS_FILE.mime });
		if (way === 'share' && share) await asking(() => share(file, ways.fileName));
		else download(file, ways.fileName);
	}

	async #follow(assignment: Assignment | undefined): Promise<void> {
		const schoolClass = assignment && (await this.#classes.read(assignment.classId));
		if (!assignment || !schoolClass) return void (this.status = 'missing');
		const quiz = await this.#classes.readQuiz(assignment.quizId);
		this.handing = { assignment, schoolClass, ...(quiz && { quiz }) };
		this.status = 'ready';
		// What comes back changes nothing of what goes out.
		const made = JSON.stringify([assignment, quiz?.changedAt]);
		if (made === this.#madeFor) return;
		this.#madeFor = made;
		const [ways, newer] = await Promise.all([this.#make(), this.#newer()]);
		if (made !== this.#madeFor) return;
		this.ways = ways;
		this.newer = newer;
	}

	async #make(): Promise<Ways | undefined> {
		const { assignment, schoolClass } = this.handing;
		const signed = await makeHandout(crypto, { assignment, schoolClass });
		if (!signed) return undefined;
		const [fragment, packed] = await Promise.all([printHandoutLink(signed), this.#packedIds()]);
		const link = `${this.#address}#${fragment}`;
		return {
			...chooseCarrier({
				mode: assignment.rules.mode,
				linkLength: link.length,
				...(packed && { idBytes: packed.length })
			}),
			link,
			...(packed && { codeLink: `${this.#address}#${printIdLink(packed)}` }),
			hasGroups: this.present?.items.some((item) => !isSingle(item)) ?? false,
			file: printHandoutFile(signed),
			fileName: fileNameOf(assignment.title)
		};
	}

	async #packedIds() {
		const { assignment, schoolClass, quiz } = this.handing;
		const { bank } = this.#app.library.shipped;
		if (!quiz) return undefined;
		const handing = { assignment, schoolClass };
		const ids = await makeIdHandout(crypto, handing, { bank, seed: quiz.seed });
		return ids && packIdHandout(crypto, ids, schoolClass.keys.sign.privateKey);
	}

	/** After a release the key is known: nothing new goes out under it. */
	async #newer(): Promise<FrozenQuiz | undefined> {
		const { assignment, quiz } = this.handing;
		const { present } = this;
		const isOver = assignment.releasedAt !== undefined || assignment.parallelOf !== undefined;
		if (isOver || !present || quiz?.state !== 'published') return undefined;
		const terms = { rules: assignment.rules, version: present.version + 1 };
		const frozen = await freezeFor(this.#app, quiz, terms);
		const isSame = frozen.hash === present.hash && frozen.title === present.title;
		return isSame || frozen.items.length === 0 ? undefined : frozen;
	}
}
