import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface Props {
  readonly title: ReactNode;
  readonly onClose: () => void;
  /** Whether a click beside it closes it: not where something was typed. */
  readonly isDismissable?: boolean;
  readonly role?: 'dialog' | 'alertdialog';
  readonly children: ReactNode;
}

/** A dialog over the screen. The keyboard stays inside; Escape closes it. */
export const Window = ({ title, onClose, isDismissable = true, role = 'dialog', children }: Props) => (
  <ModalOverlay
    isOpen
    isDismissable={isDismissable}
    onOpenChange={(open) => {
      if (!open) onClose();
    }}
  >
    <Modal>
      <Dialog role={role}>
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        {children}
      </Dialog>
    </Modal>
  </ModalOverlay>
);
