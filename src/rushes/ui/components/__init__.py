"""The components that the panels of Rushes are built from.

Each is imported from its own file. Signals tell what a person did; setters never emit them, so a
value can be shown without being written back. The same signal name, `value_edited`, serves every
control that holds a value, with `value()` and `set_value()` beside it.

=====================  =============================================  ============================
file                   components                                     signals
=====================  =============================================  ============================
button                 Button, ButtonKind                             clicked
icon_button            IconButton                                     clicked, toggled
main_button            MainButton                                     clicked
outcome_line           OutcomeLine (under the main button)
option                 Option (one value of a choice)
segmented              Segmented                                      value_edited(object)
segment                Segment (for segmented)
choice_field           ChoiceField (segments or list by itself)       value_edited(object)
combo_box              ComboBox                                       value_edited(object)
slider                 Slider                                         value_edited(int)
spin_field             SpinField                                      value_edited(float)
slider_spin            SliderSpin                                     value_edited(float)
switch                 Switch                                         value_edited(bool)
check_box              CheckBox, RadioButton                          value_edited(bool)
stepper                Stepper                                        value_edited(int)
seed_field             SeedField, SeedMode                            mode_edited, seed_edited,
                                                                      value_edited
line_field             LineField                                      textEdited (Qt's own)
prompt_edit            PromptEdit                                     text_edited(str)
field_label            FieldLabel, HelpButton
error_line             ErrorLine
form_field             FormField (label, control, error)
frame_drawing          FrameDrawing
chip                   Chip                                           clicked, remove_requested
key_cap                KeyCap, key_text
text_label             TextLabel
elided_label           ElidedLabel
panel_head             PanelHead, SectionHead
hairline               Hairline
empty_state            EmptyState, IconPicture                        act_requested
message_bar            MessageBar, MessageKind                        act_requested,
                                                                      close_requested
toast                  Toast                                          undo_requested, closed
popover                Popover
menu                   Menu
mini_bar               MiniBar, paint_bar
stars                  StarsPainter, RatingField                      value_edited(int)
label_square           paint_label
card_face              CardFace, StateFace, CardLook, Tone
card_painter           paint_card, card_size, picture_size, card_words
card_marks             CardMarks (for card_painter)
motion                 Transition, LoopTicker, loop_phase
focus_ring             FocusRing, RingOverlay (installed by the theme)
painting               paint_box, paint_text, mix, mirrored_rect
tool_tips              plain_tool_tip, set_tool_tip
=====================  =============================================  ============================
"""
