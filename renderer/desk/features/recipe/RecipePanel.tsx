import { PolicyChoice } from './PolicyChoice.tsx';
import { PresetChoice } from './PresetChoice.tsx';
import { StageAggregate } from './StageAggregate.tsx';
import { StageGeneralise } from './StageGeneralise.tsx';
import { StageMinimise } from './StageMinimise.tsx';
import { TableChoice } from './TableChoice.tsx';
import './recipe.css';

/** The recipe as its three stages, each with what it took away. */
export function RecipePanel() {
  return (
    <div className="recipe-panel">
      <PresetChoice />
      <TableChoice />
      <StageMinimise />
      <StageGeneralise />
      <StageAggregate />
      <PolicyChoice />
    </div>
  );
}
