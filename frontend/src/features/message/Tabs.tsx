import { useRef, type KeyboardEvent, type ReactNode } from 'react';

export interface Tab {
  readonly id: string;
  readonly name: string;
  readonly panel: () => ReactNode;
}

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly chosen: Tab;
  readonly onChoose: (id: string) => void;
}

/** This is the tabs pattern of the ARIA Authoring Practices: one tab stop, arrows, Home and End choose. */
export function Tabs({ label, tabs, chosen, onChoose }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const choose = (tab: Tab | undefined) => {
    if (tab === undefined) return;
    onChoose(tab.id);
    list.current?.querySelector<HTMLButtonElement>(`#tab-${tab.id}`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.indexOf(chosen);
    const goal = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (goal === undefined) return;
    event.preventDefault();
    choose(tabs[(goal + tabs.length) % tabs.length]);
  };
  return (
    <>
      <div className="tabs" role="tablist" aria-label={label} ref={list}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`tab-${tab.id}`}
            className="tabs__tab"
            type="button"
            role="tab"
            aria-selected={tab === chosen}
            aria-controls={`panel-${tab.id}`}
            tabIndex={tab === chosen ? 0 : -1}
            onKeyDown={onKeyDown}
            onClick={() => {
              choose(tab);
            }}
          >
            {tab.name}
          </button>
        ))}
      </div>
      {tabs.map((tab) => (
        <div
          key={tab.id}
          id={`panel-${tab.id}`}
          className="tabs__panel"
          role="tabpanel"
          aria-labelledby={`tab-${tab.id}`}
          tabIndex={0}
          hidden={tab !== chosen}
        >
          {tab === chosen ? tab.panel() : null}
        </div>
      ))}
    </>
  );
}
