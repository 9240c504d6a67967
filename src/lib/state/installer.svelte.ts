/**
 * How the app can be put on this device: `done`, by our own `button`, or by hand as iPhones and iPads
 * (`ios`), Safari on a Mac (`safari`) and other browsers (`menu`) have it.
 */
type InstallWay = 'done' | 'button' | 'ios' | 'safari' | 'menu';

interface InstallPrompt extends Event {
	prompt(): Promise<unknown>;
}

/** Whether the app is installed, and what would install it. */
export class Installer {
	#agent: string;
	#prompt = $state.raw<InstallPrompt>();
	#installed = $state(false);

	constructor(agent = globalThis.navigator?.userAgent ?? '') {
		this.#agent = agent;
	}

	get way(): InstallWay {
		if (this.#installed) return 'done';
		if (this.#prompt) return 'button';
		return wayByHand(this.#agent);
	}

	/** Listens for what the browser offers; it speaks once, early. */
	start(): void {
		this.#installed = runsInstalled();
		addEventListener('beforeinstallprompt', (event) => {
			event.preventDefault();
			this.#prompt = event as InstallPrompt;
		});
		addEventListener('appinstalled', () => {
			this.#prompt = undefined;
			this.#installed = true;
		});
	}

	/** Shows the browser's own question; it can be shown once. */
	async ask(): Promise<void> {
		const prompt = this.#prompt;
		this.#prompt = undefined;
		await prompt?.prompt();
	}
}

/** Whether the app runs installed, out of the browser's tabs: texts can be shared to it then. */
export function runsInstalled(): boolean {
	const { standalone } = navigator as { standalone?: boolean };
	return standalone === true || matchMedia('(display-mode: standalone)').matches;
}

function wayByHand(agent: string): InstallWay {
	const touches = (globalThis.navigator?.maxTouchPoints ?? 0) > 1;
	if (/iPhone|iPad|iPod/.test(agent) || (agent.includes('Macintosh') && touches)) return 'ios';
	return /Safari/.test(agent) && !/Chrom|Android/.test(agent) ? 'safari' : 'menu';
}
