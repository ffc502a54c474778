"""Qt's style sheet of Tintype; names in braces are colours, and the folder of the icons."""

from typing import Final

STYLE_SHEET: Final = """
QToolBar {{
    background: {window}; border: none; border-bottom: 1px solid {line}; padding: 3px 8px; spacing: 4px;
}}
QToolBar QToolButton {{ padding: 4px; border-radius: 6px; border: 1px solid transparent; }}
QToolBar QToolButton:hover {{ background: {hover}; }}
QToolBar QToolButton:pressed, QToolBar QToolButton:checked {{ background: {pressed}; }}
QToolBar QToolButton:checked:disabled {{ background: transparent; }}
QToolBar QToolButton:focus {{ border-color: {accent}; }}
QToolBar QToolButton#batchStatus {{ padding: 4px 9px; color: {muted}; }}
QMenuBar {{ background: {window}; padding: 1px 4px; }}
QMenuBar::item {{ background: transparent; padding: 4px 9px; border-radius: 5px; }}
QMenuBar::item:selected {{ background: {hover}; }}
QMenu {{ background: {panel}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 5px 22px 5px 10px; border-radius: 5px; background: transparent; }}
QMenu::item:selected {{ background: {hover}; }}
QMenu::item:disabled {{ color: {disabled}; background: transparent; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QMenu::indicator {{ width: 14px; height: 14px; margin-left: 7px; }}
QMenu::indicator:checked {{ image: url("{icons}/check-{other_kind}.svg"); }}
QPushButton {{ background: {button}; border: 1px solid {line}; border-radius: 6px; padding: 6px 14px; }}
QPushButton:hover {{ background: {hover}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QPushButton:pressed {{ background: {pressed}; }}
QPushButton:focus {{ border-color: {accent}; }}
QPushButton:disabled {{ color: {disabled}; }}
QPushButton#recentPhoto {{ background: transparent; border-color: transparent; color: {link}; }}
QPushButton#recentPhoto:hover {{ border-color: {line}; }}
QPushButton#recentPhoto:focus {{ border-color: {accent}; }}
QPushButton[primary="true"] {{
    background: {accent}; color: {on_accent}; border-color: {accent}; font-weight: 600;
}}
QPushButton[primary="true"]:hover {{ background: {accent_hover}; }}
QPushButton[primary="true"]:focus {{ border-color: {text}; }}
QPushButton[primary="true"]:disabled {{ background: {hover}; color: {disabled}; border-color: {line}; }}
QToolButton#dismiss, QToolButton#messageAction {{
    border: 1px solid transparent; border-radius: 5px; padding: 3px 6px;
}}
QToolButton#dismiss:hover, QToolButton#messageAction:hover {{ background: {hover}; }}
QToolButton#dismiss:focus, QToolButton#messageAction:focus {{ border-color: {accent}; }}
QToolButton#messageAction {{ color: {link}; font-weight: 600; }}
QToolButton#noteAction {{
    color: {link}; border: 1px solid transparent; border-radius: 5px;
    padding: 1px 0; margin: 0 -5px;  /* Qt leaves two spaces beside the words, which then were not flush */
}}
QToolButton#noteAction:hover {{ text-decoration: underline; }}
QToolButton#noteAction:checked {{ color: {text}; text-decoration: underline; }}
QToolButton#noteAction:disabled {{ color: {disabled}; }}
QToolButton#noteAction:focus {{ border-color: {accent}; }}
QFrame#candidateBar {{ background: {panel}; border-top: 1px solid {line}; }}
QToolButton#candidate {{ border: 2px solid transparent; border-radius: 7px; padding: 3px; }}
QToolButton#candidate:hover {{ background: {hover}; }}
QToolButton#candidate:checked {{ background: {pressed}; }}
QToolButton#candidate:focus {{ border-color: {accent}; }}
QToolButton#sideBySide {{
    color: {link}; font-weight: 600; border: 1px solid transparent; border-radius: 5px; padding: 4px 8px;
}}
QToolButton#sideBySide:hover {{ background: {hover}; }}
QToolButton#sideBySide:checked {{ background: {pressed}; }}
QToolButton#sideBySide:focus {{ border-color: {accent}; }}
QFrame#colourPopover {{ background: {panel}; border: 1px solid {line}; border-radius: 10px; }}
QFrame#toast {{ background: {panel}; border: 1px solid {line}; border-radius: 9px; }}
QWidget#adjustPanel {{ background: {panel}; border-left: 1px solid {line}; }}
QListView#filmStrip {{ background: {panel}; border: none; border-top: 1px solid {line}; padding: 4px 6px; }}
QScrollArea#settingScroll, QWidget#settingRows {{ background: transparent; }}
QToolButton#sectionHeader {{
    border: 1px solid transparent; border-radius: 5px; padding: 4px 2px; font-weight: 600; text-align: left;
}}
QToolButton#sectionHeader:hover {{ background: {hover}; }}
QToolButton#sectionHeader:focus {{ border-color: {accent}; }}
QListView#reviewSheet {{ background: {base}; border: none; padding: 4px; }}
QFrame#reviewBar {{ background: {panel}; border-top: 1px solid {line}; }}
QFrame#reviewSettings {{ background: {panel}; border: 1px solid {line}; border-radius: 10px; }}
QToolButton#keyButton {{ border: 1px solid transparent; border-radius: 6px; padding: 4px 7px; }}
QToolButton#keyButton:hover {{ background: {hover}; }}
QToolButton#keyButton:pressed {{ background: {pressed}; }}
QToolButton#keyButton:focus {{ border-color: {accent}; }}
QTabBar::tab {{
    background: transparent; border: none; border-bottom: 2px solid transparent; padding: 7px 12px;
}}
QTabBar::tab:selected {{ border-bottom-color: {accent}; }}
QTabBar::tab:hover:!selected {{ border-bottom-color: {line}; }}
QTabBar::tab:focus {{ color: {link}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {line}; }}
QTabWidget::tab-bar {{ left: 0; }}
QTabBar {{ qproperty-drawBase: 0; }}
QComboBox, QLineEdit, QSpinBox[buttonSymbols="0"], QDoubleSpinBox {{
    background: {base}; border: 1px solid {edge}; border-radius: 6px; padding: 4px 8px;
    selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit {{ padding: 4px 6px; }}
QSpinBox[buttonSymbols="0"], QDoubleSpinBox {{ padding: 3px 8px 2px 8px; }}
QComboBox {{ background: {button}; }}
QComboBox:hover {{ background: {hover}; }}
QComboBox:focus, QLineEdit:focus, QSpinBox[buttonSymbols="0"]:focus, QDoubleSpinBox:focus {{
    border-color: {accent};
}}
QComboBox:disabled, QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled {{
    color: {disabled}; border-color: {line};
}}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow {{ image: url("{icons}/arrow-down.svg"); width: 10px; height: 10px; }}
QComboBox QLineEdit, QSpinBox QLineEdit, QDoubleSpinBox QLineEdit {{
    background: transparent; border: none; padding: 0;
}}
QSpinBox[buttonSymbols="0"]::up-button, QDoubleSpinBox::up-button,
QSpinBox[buttonSymbols="0"]::down-button, QDoubleSpinBox::down-button {{
    border: none; background: transparent; width: 20px;
}}
QSpinBox[buttonSymbols="0"]::up-arrow, QDoubleSpinBox::up-arrow {{
    image: url("{icons}/arrow-up.svg"); width: 10px; height: 10px;
}}
QSpinBox[buttonSymbols="0"]::down-arrow, QDoubleSpinBox::down-arrow {{
    image: url("{icons}/arrow-down.svg"); width: 10px; height: 10px;
}}
QCheckBox {{ spacing: 8px; }}
QCheckBox::indicator, QListWidget::indicator {{
    width: 14px; height: 14px; border: 1px solid {edge}; border-radius: 4px; background: {base};
}}
QCheckBox::indicator:checked, QListWidget::indicator:checked {{
    background: {accent}; border-color: {accent}; image: url("{icons}/check-{kind}.svg");
}}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled, QListWidget::indicator:disabled {{
    border-color: {line};
}}
QCheckBox::indicator:checked:disabled, QListWidget::indicator:checked:disabled {{
    background: {disabled}; border-color: {disabled};
}}
QListWidget {{
    background: {base}; border: 1px solid {line}; border-radius: 6px; padding: 2px; outline: 0;
}}
QListWidget:focus {{ border-color: {accent}; }}
QListWidget::item {{ border-radius: 4px; padding: 0 6px; color: {text}; }}
QListWidget::item:selected {{ background: {accent}; color: {on_accent}; }}
QListWidget::item:disabled {{ color: {disabled}; }}
QListWidget::item:selected:disabled {{ background: {hover}; color: {disabled}; }}
QRadioButton {{ spacing: 6px; }}
QRadioButton::indicator {{
    width: 14px; height: 14px; border: 1px solid {edge}; border-radius: 8px; background: {base};
}}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {accent}; }}
QRadioButton::indicator:checked:disabled {{ border-color: {disabled}; }}
QCheckBox:focus, QRadioButton:focus {{ color: {link}; }}
QCheckBox::indicator:focus {{ border-color: {accent}; }}
QPushButton:checked {{ background: {pressed}; border-color: {edge}; }}
QPushButton:checked:focus {{ border-color: {accent}; }}
QPlainTextEdit, QTextBrowser, QTableView#shortcutTable {{
    background: {base}; border: 1px solid {line}; border-radius: 6px; padding: 2px;
}}
QPlainTextEdit:focus, QTextBrowser:focus, QTableView#shortcutTable:focus {{ border-color: {accent}; }}
QTableView#shortcutTable::item {{ padding: 0 8px; }}
QTableView#shortcutTable::item:selected {{ background: {hover}; color: {text}; border: none; }}
QTableView#shortcutTable {{ outline: 0; }}
QTableView#batchTable {{ background: {base}; border: none; }}
QTableView#batchTable QHeaderView::section, QTableView#shortcutTable QHeaderView::section {{
    background: {panel}; color: {muted}; border: none; border-bottom: 1px solid {line}; padding: 5px 10px;
}}
QTreeView#leftOut {{ background: {base}; border: 1px solid {line}; border-radius: 6px; padding: 4px; }}
QFrame#line {{ background: {line}; max-height: 1px; border: none; }}
QFrame#batchFooter, QFrame#batchDetail {{ background: {panel}; border-top: 1px solid {line}; }}
QFrame#inlineMessage {{ background: {panel}; border: none; border-top: 1px solid {line}; }}
QLabel#inlineError {{ color: {error}; }}
QToolButton#filterCount, QToolButton#moreButton, QToolButton#fieldButton {{
    border: 1px solid transparent; border-radius: 6px; padding: 4px 8px;
}}
QToolButton#filterCount {{ padding: 4px 6px; }}
QToolButton#filterCount:hover, QToolButton#moreButton:hover, QToolButton#fieldButton:hover {{
    background: {hover};
}}
QToolButton#filterCount:checked {{ background: {pressed}; }}
QToolButton#filterCount:focus, QToolButton#moreButton:focus, QToolButton#fieldButton:focus {{
    border-color: {accent};
}}
QToolButton#moreButton::menu-indicator, QToolButton#fieldButton::menu-indicator {{ image: none; width: 0; }}
QPushButton#batchFolder {{ text-align: left; padding: 6px 10px; }}
QSlider:horizontal {{ min-height: 20px; }}
QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {thumb}; }}
QSlider::sub-page:horizontal {{ height: 4px; border-radius: 2px; background: {accent}; }}
QSlider::sub-page:horizontal:disabled {{ background: {thumb}; }}
QSlider::handle:horizontal {{
    width: 14px; height: 14px; margin: -6px 0;
    border: 1px solid {edge}; border-radius: 8px; background: #fafafa;
}}
QSlider::handle:horizontal:focus {{ border: 2px solid {accent}; width: 12px; height: 12px; }}
QSlider::handle:horizontal:disabled {{ background: {thumb}; border-color: {thumb}; }}
QScrollBar:vertical {{ width: 9px; background: transparent; margin: 2px 2px 2px 0; }}
QScrollBar::handle:vertical {{ background: {thumb}; border-radius: 3px; min-height: 40px; }}
QScrollBar:horizontal {{ height: 9px; background: transparent; margin: 0 4px 2px 4px; }}
QScrollBar::handle:horizontal {{ background: {thumb}; border-radius: 3px; min-width: 40px; }}
QScrollBar::handle:disabled {{ background: transparent; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
