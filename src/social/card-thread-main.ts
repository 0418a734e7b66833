/** The program of the thread that draws the cards of a build. */
import { parentPort, workerData } from 'node:worker_threads';
import type { CardThreadData, CardThreadMessage } from './card-thread.ts';
import { drawCards } from './draw-cards.ts';

if (!parentPort) throw new Error('card-thread-main.ts is the program of a thread');
const folder = Promise.withResolvers<string>();
const waiting = Promise.withResolvers<true>();
parentPort.on('message', (message: CardThreadMessage) => {
  if ('folder' in message) folder.resolve(message.folder);
  else waiting.resolve(message.isWaiting);
});

const { root, cards } = workerData as CardThreadData;
const progress = { folder: folder.promise, isWaiting: waiting.promise };
parentPort.postMessage(await drawCards(root, cards, progress));
parentPort.close();
