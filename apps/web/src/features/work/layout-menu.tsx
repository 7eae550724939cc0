import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { Button } from '../../components/basics.js';
import { MenuChoice } from '../../components/menu-choice.js';
import { useLocale } from '../../language/locale.js';
import { choosable, untouched, withColumns } from './table-layout.js';
import { chooseLayout, useTableLayout } from './use-table-layout.js';

/** Which columns the table has on this device, and how close its rows are. */
export function LayoutMenu() {
  const { t } = useLocale();
  const { layout, fitting, shown } = useTableLayout();
  return (
    <MenuTrigger>
      <Button>
        {t('layout.title')} <span aria-hidden="true">▾</span>
      </Button>
      <Popover placement="bottom start">
        <Menu aria-label={t('layout.title')}>
          <MenuSection
            selectionMode="multiple"
            selectedKeys={shown}
            onSelectionChange={(keys) => {
              if (keys !== 'all') chooseLayout(withColumns(layout, new Set([...keys].map(String)), fitting));
            }}
          >
            <Header className="menu-title">{t('layout.columns')}</Header>
            {choosable.map((name) => (
              <MenuChoice key={name} id={name} title={t(`column.${name}`)} />
            ))}
          </MenuSection>
          <MenuSection
            selectionMode="multiple"
            selectedKeys={layout.isCompact ? ['compact'] : []}
            onSelectionChange={(keys) => {
              chooseLayout({ ...layout, isCompact: keys === 'all' || keys.has('compact') });
            }}
          >
            <Header className="menu-title">{t('layout.rows')}</Header>
            <MenuChoice id="compact" title={t('layout.compact')} />
          </MenuSection>
          <MenuSection aria-label={t('layout.reset')}>
            <MenuItem onAction={() => chooseLayout(untouched)}>{t('layout.reset')}</MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
