import { expect, it, vi } from 'vitest';
import { framesOf } from '../../../../renderer/desk/features/map/frames.ts';
import type { Map as LibreMap } from 'maplibre-gl';

function fakeMap() {
  const drawn: string[] = [];
  const painter = {
    render: (name: string) => drawn.push(name),
    drawFunctions: { sky: () => drawn.push('sky'), line: () => drawn.push('line') },
  };
  const map = { painter, redraw: vi.fn(() => painter.render('at once')) };
  return { drawn, painter, map: map as unknown as Pick<LibreMap, 'painter' | 'redraw'> };
}

it('draws no frame while it is stopped, and one at once when it goes on', () => {
  const { drawn, painter, map } = fakeMap();
  const frames = framesOf(map);
  painter.render('first');
  frames.stop();
  painter.render('unseen');
  expect(drawn).toEqual(['first']);
  frames.goOn();
  painter.render('last');
  expect(drawn).toEqual(['first', 'at once', 'last']);
});

it('draws no sky, and all else', () => {
  const { drawn, painter, map } = fakeMap();
  framesOf(map);
  painter.drawFunctions.sky();
  painter.drawFunctions.line();
  expect(drawn).toEqual(['line']);
});
