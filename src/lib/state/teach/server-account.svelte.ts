import type {
	Health,
	Invitation,
	PasskeyFlow,
	SignedInTeacher
} from '#lib/domain/classroom/api/teacher-api.ts';
import type { Outcome } from '#lib/domain/classroom/outcome.ts';
import type { ClassServer, RemoteProblem } from '#lib/remote/class-server.ts';
import { asking, browserHanding } from '#lib/state/backup-handing.ts';
import { browserPasskeys, type PasskeyProblem, type Passkeys } from './server-passkeys.ts';

/** Why signing in, or a change of the account, was not done. */
export type AccountProblem = RemoteProblem | PasskeyProblem;

/**
 * How it stands with the class server. `off`: this address has none; `away`: it does not answer now;
 * `opening`: its store is being opened; `broken`: it could not be; `set-up`: no teacher was made yet.
 */
export type AccountStatus =
	'unknown' | 'off' | 'away' | 'opening' | 'broken' | 'set-up' | 'signed-out' | 'signed-in';

/** What the account is made with. */
export interface AccountTools {
	server: Pick<ClassServer, 'ask'>;
	/** Whether this app came from a server that can have classes at all. */
	hasServer: boolean;
	passkeys?: Passkeys;
	onsignin?: () => void;
}

/** What came of a deed; why not stands in `problem`. */
type Done<T> = { ok: true; value: T } | { ok: false };

const OPENING_MS = 1000;

/** The teacher's account on the class server: signing in, passkeys, recovery codes, invitations. */
export class ServerAccount {
	#tools: AccountTools;
	#passkeys: Passkeys;
	#timer: ReturnType<typeof setTimeout> | undefined;

	status = $state<AccountStatus>('unknown');
	teacher = $state.raw<SignedInTeacher>();
	/** Recovery codes just made: shown until the teacher has kept them, and never again. */
	codes = $state.raw<readonly string[]>([]);
	/** Invitations made since the page was opened, newest first. */
	invitations = $state.raw<readonly Invitation[]>([]);
	busy = $state(false);
	problem = $state.raw<AccountProblem>();

	constructor(tools: AccountTools) {
		this.#tools = tools;
		this.#passkeys = tools.passkeys ?? browserPasskeys;
		if (!tools.hasServer) this.status = 'off';
	}

	/** Whether the browser withholds passkeys on this address. */
	get isInsecure(): boolean {
		return !isSecureContext;
	}

	/** Finds out how it stands. */
	async look(): Promise<void> {
		clearTimeout(this.#timer);
		if (!this.#tools.hasServer) return;
		const health = await this.#tools.server.ask<Health>('GET', 'health');
		if (!health.ok) this.status = health.problem.code === 'off' ? 'off' : 'away';
		else await this.#take(health.value);
	}

	/** The server said that nobody is signed in. */
	signedOut(): void {
		this.status = 'signed-out';
		this.teacher = undefined;
	}

	/** Makes a teacher by a set-up code or an invitation, with a passkey of this device. */
	async join(code: string, name: string): Promise<boolean> {
		const body = { code: code.trim(), name: name.trim() };
		const joined = await this.#ceremony('create', 'teacher/join', body);
		return joined.ok && this.#enter(joined.value);
	}

	/** Signs in by a passkey. */
	async signIn(): Promise<boolean> {
		const known = await this.#ceremony('sign', 'teacher/sign-in');
		return known.ok && this.#enter(known.value);
	}

	/** Signs in by a recovery code, which is used up. */
	async recover(code: string): Promise<boolean> {
		const known = await this.#do(() => this.#ask('teacher/recover', { code: code.trim() }));
		return known.ok && this.#enter(known.value);
	}

	async addPasskey(): Promise<boolean> {
		const changed = await this.#ceremony('create', 'teacher/passkeys');
		if (changed.ok) this.teacher = changed.value;
		return changed.ok;
	}

	async removePasskey(id: string): Promise<boolean> {
		const path = `teacher/passkeys/${encodeURIComponent(id)}`;
		const gone = await this.#do(() => this.#tools.server.ask('DELETE', path));
		if (gone.ok) await this.#who();
		return gone.ok;
	}

	/** Makes ten new recovery codes; the old ones are worth nothing from then on. */
	async renewCodes(): Promise<boolean> {
		const made = await this.#do(() =>
			this.#tools.server.ask<SignedInTeacher>('POST', 'teacher/recovery-codes')
		);
		if (!made.ok) return false;
		this.codes = made.value.recoveryCodes ?? [];
		this.teacher = made.value;
		return true;
	}

	/** Hands the codes to the downloads, under a line that says what they are. */
	saveCodes(head: string): void {
		const mime = 'text/plain';
		const file = new Blob([[head, '', ...this.codes, ''].join('\n')], { type: mime });
		browserHanding({ mime, ending: '.txt' }).download(file, 'recount-recovery-codes.txt');
	}

	/** The teacher has the codes. */
	keptCodes(): void {
		this.codes = [];
	}

	async invite(): Promise<boolean> {
		const made = await this.#do(() =>
			this.#tools.server.ask<Invitation>('POST', 'teacher/invitations')
		);
		if (made.ok) this.invitations = [made.value, ...this.invitations];
		return made.ok;
	}

	/** Whether a text is on the clipboard now. */
	async copy(text: string): Promise<boolean> {
		const copied = await asking(() => navigator.clipboard.writeText(text));
		return copied.code === 'given';
	}

	async signOut(): Promise<void> {
		const out = await this.#do(() => this.#tools.server.ask('POST', 'teacher/sign-out'));
		if (out.ok) this.signedOut();
	}

	async #take({ classServer, needsSetUp }: Health): Promise<void> {
		if (classServer === 'off') this.status = 'off';
		else if (classServer === 'failed') this.status = 'broken';
		else if (classServer === 'ready' && needsSetUp) this.status = 'set-up';
		else await this.#who();
	}

	/** Asks who is signed in; that also wakes a server that is asleep. */
	async #who(): Promise<void> {
		const me = await this.#tools.server.ask<SignedInTeacher>('GET', 'teacher/me');
		if (me.ok) {
			this.teacher = me.value;
			this.status = 'signed-in';
			return;
		}
		const { problem } = me;
		if (problem.code === 'signed-out') this.signedOut();
		else if (problem.code === 'off') this.status = 'off';
		else if (problem.code === 'starting') this.#lookAgain(problem.retryAfterS);
		else this.status = 'away';
	}

	#lookAgain(afterS = 1): void {
		this.status = 'opening';
		this.#timer = setTimeout(() => void this.look(), afterS * OPENING_MS);
	}

	/** Asks the server what the device is to sign, has it signed, and hands that in. */
	async #ceremony(
		how: keyof Passkeys,
		path: string,
		body?: unknown
	): Promise<Done<SignedInTeacher>> {
		return this.#do(async () => {
			const flow = await this.#tools.server.ask<PasskeyFlow>('POST', path, body);
			if (!flow.ok) return flow;
			const { flowId, options } = flow.value;
			const credential = await this.#passkeys[how](options);
			if (!credential.ok) return credential;
			return this.#ask(`${path}/verify`, { flowId, credential: credential.value });
		});
	}

	#ask(path: string, body: unknown): Promise<Outcome<SignedInTeacher, AccountProblem>> {
		return this.#tools.server.ask<SignedInTeacher>('POST', path, body);
	}

	#enter(teacher: SignedInTeacher): true {
		this.codes = teacher.recoveryCodes ?? [];
		this.teacher = teacher;
		this.status = 'signed-in';
		this.#tools.onsignin?.();
		return true;
	}

	/** One at a time: a second press does nothing. */
	async #do<T>(work: () => Promise<Outcome<T, AccountProblem>>): Promise<Done<T>> {
		if (this.busy) return { ok: false };
		this.busy = true;
		try {
			const outcome = await work();
			this.problem = outcome.ok ? undefined : outcome.problem;
			if (!outcome.ok && outcome.problem.code === 'signed-out') this.signedOut();
			return outcome;
		} finally {
			this.busy = false;
		}
	}
}
