import { printClassFile, type FiledClass } from '#lib/domain/classroom/class-backup.ts';
import { FINGERPRINT_WORDS } from '#lib/domain/classroom/fingerprint-words.ts';
import { asking, browserHanding, type Handing } from '#lib/state/backup-handing.ts';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import { CLASS_FILE } from '#lib/state/classroom/sealed-result.ts';
import { ClassRepository, type MissingProblem } from '#lib/storage/class-repository.ts';
import type { ClassRow } from '#lib/storage/class-rows.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';

/** A passphrase shorter than this can be guessed by who has the file. */
export const LEAST_PHRASE = 12;
const SUGGESTED_WORDS = 6;

/** Why a class file was not saved. */
type SavingProblem = StoreProblem | MissingProblem | { code: 'insecure' };

/** A class with its keys made into a file that only a passphrase opens. */
export class ClassFileSaving {
	#app: ClassApp;
	#classes: ClassRepository;
	#handing: Handing;

	phrase = $state('');
	tried = $state(false);
	step = $state<'asking' | 'making' | 'saved'>('asking');
	problem = $state.raw<SavingProblem>();

	constructor(app: ClassApp, handing: Handing = browserHanding(CLASS_FILE)) {
		this.#app = app;
		this.#classes = new ClassRepository(app.database);
		this.#handing = handing;
	}

	readonly isLongEnough = $derived(this.phrase.trim().length >= LEAST_PHRASE);

	get canShare(): boolean {
		return this.#handing.share !== undefined;
	}

	/** Forgets the passphrase and how the last saving went. */
	reset(): void {
		this.phrase = '';
		this.tried = false;
		this.step = 'asking';
		this.problem = undefined;
	}

	/** Puts a passphrase of random words in. */
	suggest(): void {
		const bytes = crypto.getRandomValues(new Uint8Array(SUGGESTED_WORDS));
		this.phrase = Array.from(bytes, (byte) => FINGERPRINT_WORDS[byte]).join(' ');
	}

	/** Hands the file over: to the downloads, or to another app. */
	async save(id: string, way: 'download' | 'share'): Promise<void> {
		this.tried = true;
		if (this.step === 'making' || !this.isLongEnough) return;
		const made = await this.#make(id);
		if (!made || !(await this.#hand(made, way))) {
			this.step = 'asking';
			return;
		}
		const savedAt = this.#app.now();
		const kept = await this.#classes.change(id, (row) => ({ ...row, savedAt }));
		this.problem = kept.ok ? undefined : kept.problem;
		this.step = 'saved';
	}

	async #make(id: string): Promise<{ file: Blob; name: string } | undefined> {
		this.problem = isSecureContext ? undefined : { code: 'insecure' };
		if (this.problem) return undefined;
		this.step = 'making';
		const row = await this.#classes.read(id);
		if (!row) {
			this.problem = { code: 'missing' };
			return undefined;
		}
		const text = await printClassFile(crypto, filedClass(row), this.phrase);
		const what = row.name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'class';
		return { file: new Blob([text]), name: `recount-class-${what}${CLASS_FILE.ending}` };
	}

	async #hand({ file, name }: { file: Blob; name: string }, way: 'download' | 'share') {
		const { share, download } = this.#handing;
		if (way === 'download' || !share) {
			download(file, name);
			return true;
		}
		return (await asking(() => share(file, name))).code === 'given';
	}
}

/** What of a class goes into its file: no private name. */
function filedClass({ id, name, pupils, keys, createdAt, changedAt }: ClassRow): FiledClass {
	return { id, name, pupils, keys, createdAt, changedAt };
}
