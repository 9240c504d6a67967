import { wordsOf } from './lists.ts';

/** Given names that are women's names almost everywhere. */
export const FEMALE_NAMES = wordsOf(`
Abby Abigail Ada Adele Adriana Agnes Aileen Aisha Alana Alejandra Alexandra Alice Alicia Alison Allison Allyson Alma Alyssa
Amanda Amber Amelia Amina Amy Ana Anastasia Angela Angelina Anita Anjali Ann Anna Annabel Anne Annette Annie Antonia April
Asha Asma Astrid Audrey Barbara Beatrice Beatriz Becky Bernadette Beth Bethany Betty Beverly Bonnie Brenda Bridget Britney
Brittany Brooke Caitlin Camila Camilla Camille Carla Carmen Carol Carole Carolina Caroline Carolyn Carrie Catalina Catherine
Cathy Cecilia Celia Celine Charlene Charlotte Chelsea Cheryl Chiara Chloe Christa Christiane Christina Christine Cindy
Claire Clara Claudia Colette Colleen Constance Cornelia Courtney Cristina Crystal Cynthia Daisy Dana Daniela Danielle Daphne
Dawn Deb Debbie Deborah Debra Deirdre Delia Denise Diana Diane Dina Dolores Donna Dora Doreen Doris Dorothy Edith Eileen
Ekaterina Elaine Eleanor Elena Elif Elisa Elisabeth Elise Eliza Elizabeth Ella Ellen Ellie Elsa Elsie Emilia Emily Emma
Erica Erika Erin Esther Ethel Eugenia Eva Eve Evelyn Faith Farah Fatima Fatma Felicia Felicity Fernanda Fiona Flora
Frances Francesca Françoise Gabriela Gabriella Gabrielle Gail Gemma Genevieve Georgia Georgina Geraldine Gillian Gina
Giulia Glenda Gloria Grace Greta Gwen Haley Hanna Hannah Harriet Hayley Hazel Heather Heidi Helen Helena Helene Hilary Hilda
Hillary Holly Ida Indira Ingrid Inna Irene Irina Iris Isabel Isabella Isabelle Ivana Ivy Jackie Jacqueline Jana Jane Janet
Janice Janine Jasmine Jeanette Jeanne Jenna Jennie Jennifer Jenny Jessica Jill Joan Joanna Joanne Johanna Josephine Josie
Joyce Juanita Judith Judy Julia Juliana Julie Juliet June Justine Kaitlyn Kamala Karen Karin Karina Karla Kate Katarina
Katharina Katherine Kathleen Kathryn Kathy Katie Katja Katrina Katy Kay Kayla Keiko Kimberly Kirsten Kristen Kristin Kristina
Kristine Kylie Lakshmi Lana Lara Laura Laurel Lauren Leah Leila Lena Lily Lina Linda Lindsay Lindsey Lisa Liz Lois Lola
Loretta Lorna Lorraine Louisa Louise Lucia Lucie Lucy Lydia Lynn Lynne Mabel Madeleine Madison Mae Magdalena Maggie Malala
Manuela Mara Marcia Margaret Margarita Margot Maria María Mariam Marian Mariana Marianne Marie Marilyn Marina Marissa
Marjorie Marlene Marta Martha Martina Martine Mary Maryam Matilda Maud Maureen Maxine Maya Megan Melania Melanie Melinda
Melissa Mercedes Meredith Mia Michaela Michele Michelle Mildred Milica Mina Miranda Miriam Molly Mona Monica Monique Muriel
Myra Nadia Nadine Nancy Naomi Natalia Natalie Natasha Nathalie Neha Nell Nicole Nikki Nina Nora Norma Odette Olga Olive
Olivia Oprah Paige Pamela Paola Patricia Patti Paula Paulette Paulina Pauline Pearl Peggy Penelope Penny Petra Philippa
Phoebe Phyllis Polly Priya Priyanka Rachel Rania Rebecca Rekha Renata Renee Rita Roberta Robyn Rosa Rosalind Rose Rosemary
Rosie Roxanne Ruby Ruth Sabine Sabrina Sally Salma Samantha Samira Sandra Sara Sarah Scarlett Selma Serena Shannon Sharon
Sheila Shelby Shelley Sheryl Shirley Silvia Simone Siobhan Sofia Sonia Sonja Sophia Sophie Stacey Stacy Stella Stephanie Sue
Susan Susana Susanna Susanne Susie Suzanne Svetlana Sylvia Sylvie Tamara Tammy Tanya Tara Tasha Tatiana Tatyana Teresa Tess
Thelma Theresa Thérèse Tiffany Tina Toni Tracey Tracy Trish Ursula Valentina Valeria Valerie Vanessa Vera Verity Veronica
Vicki Vicky Victoria Viola Violet Virginia Vivian Vivien Wanda Wendy Whitney Wilma Winifred Yana Yasmin Yolanda Yoko Yulia
Yvette Yvonne Zahra Zainab Zara Zeynep Zoe
`);
