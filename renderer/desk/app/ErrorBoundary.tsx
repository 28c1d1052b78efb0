import { Component } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import type { ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly broken: Error | undefined;
}

/** Catches a defect while drawing. What was read stays in the vault; drawing can be tried again. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broken: undefined };

  static getDerivedStateFromError(broken: Error): State {
    return { broken };
  }

  override render(): ReactNode {
    const { broken } = this.state;
    if (broken === undefined) return this.props.children;
    return <Broken message={broken.message} onAgain={() => this.setState({ broken: undefined })} />;
  }
}

function Broken({ message, onAgain }: { readonly message: string; readonly onAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="broken" role="alert">
      <h1>{t('frame.broken.title')}</h1>
      <p>{t('frame.broken.told')}</p>
      <pre>{message}</pre>
      <Button look="primary" onPress={onAgain}>
        {t('frame.broken.again')}
      </Button>
    </div>
  );
}
