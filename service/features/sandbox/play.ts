import { playAction } from './play-action.ts';
import { playAnswer } from './play-answer.ts';
import { playCreate } from './play-create.ts';
import { playItem } from './play-item.ts';
import { playList } from './play-list.ts';
import { playSingle } from './play-single.ts';
import type { Outcome, Scene } from './scene.ts';

/** Does to the state what the operation means. */
export function play(scene: Scene): Promise<Outcome> {
  const role = scene.known.map.roleOf(scene.request.operation);
  switch (role.kind) {
    case 'list':
      return playList(scene, role.collection);
    case 'create':
      return playCreate(scene, role.collection);
    case 'act':
      return playAction(scene, role.collection, role.verb);
    case 'single':
      return playSingle(scene, role.does, role.single);
    case 'answer':
      return playAnswer(scene);
    default:
      return playItem(scene, role.kind, role.collection);
  }
}
