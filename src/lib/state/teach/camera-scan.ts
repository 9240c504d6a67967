import { done, refused, type Outcome } from '#lib/storage/outcome.ts';
import { readCodes } from './code-reading.ts';

/**
 * Why the camera is no use. `insecure`: this page was not fetched safely; `reader`: what reads codes
 * could not be fetched.
 */
export type CameraProblem = 'denied' | 'absent' | 'busy' | 'insecure' | 'reader';

/** What a scan tells. */
interface Scan {
	/** A code is in sight; told again and again while it is. */
	oncode: (text: string) => void;
	/** The camera went away, or nothing reads its pictures. */
	onproblem: (problem: CameraProblem) => void;
}

/** Rest between two looks: a phone must stay cool for a whole class. */
const REST_MS = 60;
/** Codes fill much of the picture: more points cost time and show nothing. */
const MOST_POINTS = 1024;

const WISH: MediaStreamConstraints = {
	audio: false,
	video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 960 } }
};

const PROBLEMS: Record<string, CameraProblem> = {
	NotAllowedError: 'denied',
	SecurityError: 'denied',
	NotFoundError: 'absent',
	OverconstrainedError: 'absent'
};

async function openCamera(): Promise<Outcome<MediaStream, CameraProblem>> {
	if (!isSecureContext) return refused('insecure');
	const devices = navigator.mediaDevices as MediaDevices | undefined;
	if (!devices) return refused('absent');
	try {
		return done(await devices.getUserMedia(WISH));
	} catch (cause) {
		return refused(PROBLEMS[cause instanceof DOMException ? cause.name : ''] ?? 'busy');
	}
}

/** Shows the camera in a video and looks for codes until it is told to stop. */
export async function startScanning(
	video: HTMLVideoElement,
	{ oncode, onproblem }: Scan
): Promise<Outcome<() => void, CameraProblem>> {
	const opened = await openCamera();
	if (!opened.ok) return opened;
	const stream = opened.value;
	let isOn = true;
	const stop = () => {
		isOn = false;
		for (const track of stream.getTracks()) track.stop();
		video.srcObject = null;
	};
	for (const track of stream.getTracks())
		track.addEventListener('ended', () => isOn && onproblem('busy'));
	video.srcObject = stream;
	await video.play().catch(() => undefined);
	const look = async () => {
		const frame = frameOf(video);
		const texts = frame ? await readCodes(frame) : [];
		if (!isOn) return;
		texts.forEach(oncode);
		setTimeout(() => void look().catch(() => isOn && onproblem('reader')), REST_MS);
	};
	void look().catch(() => isOn && onproblem('reader'));
	return done(stop);
}

let pen: OffscreenCanvasRenderingContext2D | null = null;

/** What the video shows now; nothing while it shows nothing, or while the page is out of sight. */
function frameOf(video: HTMLVideoElement): ImageData | undefined {
	const { videoWidth, videoHeight } = video;
	if (videoWidth === 0 || document.hidden) return undefined;
	const scale = Math.min(1, MOST_POINTS / Math.max(videoWidth, videoHeight));
	const [width, height] = [Math.round(videoWidth * scale), Math.round(videoHeight * scale)];
	if (pen?.canvas.width !== width || pen.canvas.height !== height)
		pen = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
	pen?.drawImage(video, 0, 0, width, height);
	return pen?.getImageData(0, 0, width, height);
}
